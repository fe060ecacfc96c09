import Foundation
import HTTPClient
import Testing

extension Acceptance {
    @Suite struct `Trouble with a gateway` {
        private static func told(_ scratch: Scratch) -> [String] {
            let file = scratch.folder.appending(path: "told")
            return ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
        }

        private static func alarm(_ scratch: Scratch) throws {
            let file = scratch.folder.appending(path: "told").path
            let command =
                "echo $PASSERELLE_ALARM_CHANNEL $PASSERELLE_ALARM_STATE $PASSERELLE_ALARM_CAUSE $PASSERELLE_CHANNELS_SMS_PASSWORD >> \(file)"
            try scratch.replaceConfiguration("prefixes:", with: "alarm: { command: '\(command)' }\nprefixes:")
        }

        private static func register(at service: Service) async throws {
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa Etoundi")
        }

        @Test func `is told once, measured, and can be looked at without anybody's words`() async throws {
            let gateway = try FakeGateway { _ in .answer(401, "Who are you, mot-de-passe?") }
            let scratch = try Scratch.sending(through: gateway)
            try Self.alarm(scratch)
            let service = try await Service.start(in: scratch)
            try await Self.register(at: service)
            try await eventually("staff are told") { Self.told(scratch) == ["sms begun refuses"] }
            #expect(try await service.get("/metrics").text.contains("passerelle_channel_trouble{channel=\"sms\"} 1"))

            let traced = try await scratch.run("trace", "sms")
            #expect(traced.code == 0, "\(traced.complaints)")
            #expect(traced.output.contains("→ GET http://127.0.0.1:•••/cgi-bin/sendsms?"), "\(traced.output)")
            #expect(
                traced.output.contains("password=•••&") && traced.output.contains("= 401") && traced.output.contains("| Who are you, •••?"))
            let ussd = try await scratch.run("trace", "ussd")
            #expect(ussd.output.contains("← POST /channels/ussd/receive") && ussd.output.contains("| CON •••"), "\(ussd.output)")
            for leak in ["mot-de-passe", "70000001", "Awa", "Etoundi"] {
                #expect(!(traced.output + ussd.output).contains(leak), "\(leak)")
            }
            let unknown = try await scratch.run("trace", "usd")
            #expect(unknown.code == 2 && unknown.complaints.contains("ussd"), "\(unknown.complaints)")
        }

        @Test func `is told to be over once it is`() async throws {
            let gateway = try FakeGateway { _ in .answer(503, headers: ["Retry-After": "1"], "busy") }
            let scratch = try Scratch.sending(through: gateway)
            try Self.alarm(scratch)
            let service = try await Service.start(in: scratch)
            try await Self.register(at: service)
            try await eventually("staff are told") { Self.told(scratch) == ["sms begun fails"] }
            gateway.become { _ in .answer(202, "0: Accepted for delivery") }
            try await eventually(within: .seconds(30), "it is over") { Self.told(scratch).count == 2 }
            #expect(Self.told(scratch) == ["sms begun fails", "sms over fails"])
            #expect(try await service.get("/metrics").text.contains("passerelle_channel_trouble{channel=\"sms\"} 0"))
        }

        @Test func `nothing to look at where no service runs`() async throws {
            let finished = try await Scratch().run("trace", "ussd")
            #expect(finished.code == 2 && !finished.complaints.isEmpty && finished.output.isEmpty)
        }
    }
}
