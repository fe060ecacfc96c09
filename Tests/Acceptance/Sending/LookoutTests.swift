import Foundation
import Testing

extension Acceptance {
    @Suite struct `Whoever looks for trouble` {
        @Test func `sees the exchanges of a channel, and nobody's words, number or secret`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Service.start(in: .sending(through: gateway))
            var (session, _) = try await Session.dial("+237670000001", to: service)
            let reference = try await session.register(name: "Awa")
            try await eventually("it is accepted") { try await service.scratch.begunMessages("confirmation").first?.status == "accepted" }
            let traced = try await service.scratch.run("trace", "sms")
            #expect(traced.code == 0, "\(traced.complaints)")
            #expect(traced.output.contains("→ GET") && traced.output.contains("= 202"), "\(traced.output)")
            for hidden in [reference, "237670000001", "mot-de-passe", "OIM"] {
                #expect(!traced.output.contains(hidden), "\(hidden): \(traced.output)")
            }
            let wrong = try await service.scratch.run("trace", "smss")
            #expect(wrong.code == 2 && wrong.complaints.contains("“sms”"), "\(wrong.complaints)")
            try await service.stop()
            let after = try await service.scratch.run("trace", "sms")
            #expect(after.code == 2 && after.complaints.contains("no service runs"), "\(after.complaints)")
        }

        @Test func `is told once by a command that a gateway refuses us`() async throws {
            let gateway = try FakeGateway { _ in .answer(403, "Authorization failed for sendsms") }
            let scratch = try Scratch.sending(
                through: gateway,
                #"alarm: { command: "echo $PASSERELLE_ALARM_CHANNEL $PASSERELLE_ALARM_STATE $PASSERELLE_ALARM_CAUSE >> rung" }"#)
            let service = try await Service.start(in: scratch)
            for number in ["+237670000001", "+237670000002"] {
                var (session, _) = try await Session.dial(number, to: service)
                _ = try await session.register(name: "Awa")
            }
            let rung = scratch.folder.appending(path: "rung")
            try await eventually("it is told") { FileManager.default.fileExists(atPath: rung.path) }
            try await eventually("it is all written") { try String(contentsOf: rung, encoding: .utf8) == "sms begun refuses\n" }
            try await eventually("both wait") { try await scratch.begunMessages("confirmation").map(\.status) == ["queued", "queued"] }
        }
    }
}
