import Foundation
import HTTPClient
import Testing

extension Acceptance {
    @Suite struct `A confirmation` {
        private static func register(_ number: String, at service: Service) async throws -> String {
            var (session, _) = try await Session.dial(number, to: service)
            return try await session.register(name: "Awa")
        }

        @Test func `leaves by the channel that outgoing names, and its report turns it to delivered`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Service.start(in: .sending(through: gateway))
            let reference = try await Self.register("+237670000001", at: service)
            try await eventually("the gateway has it") { !gateway.requests.isEmpty }
            let request = try #require(gateway.requests.first)
            #expect(request.path == "/cgi-bin/sendsms")
            #expect(request["username"] == "passerelle" && request["password"] == "mot-de-passe" && request["from"] == "8080")
            #expect(request["to"] == "+237670000001")
            let text = try #require(request["text"])
            #expect(text.contains(reference) && !text.contains("Awa"), "no name in what we begin: \(text)")

            try await eventually("it is accepted") { try await service.scratch.begunMessages("confirmation").first?.status == "accepted" }
            try await service.report(1, of: request)
            let told = try #require(try await service.scratch.begunMessages("confirmation").first)
            #expect(told.status == "delivered" && told.channel == "sms" && told.phone == "+237670000001")
            #expect(told.text == text && told.parts == 1 && told.price == "12 XAF" && told.reason == nil)
            #expect(gateway.requests.count == 1)
        }

        @Test func `ends where the gateway refuses it for good, and is in doubt where no answer came`() async throws {
            let gateway = try FakeGateway { $0["to"] == "+237670000001" ? .answer(403, "Not routable. Do not try again.") : .close }
            let service = try await Service.start(in: .sending(through: gateway))
            for number in ["+237670000001", "+237670000002"] { _ = try await Self.register(number, at: service) }
            try await eventually("both were tried") { Set(gateway.requests.map { $0["to"] }).count == 2 }
            try await eventually("one has ended") {
                try await service.scratch.begunMessages("confirmation").contains { $0.status == "ended" }
            }
            let messages = try await service.scratch.begunMessages("confirmation")
            let refused = try #require(messages.first { $0.phone == "+237670000001" })
            #expect(refused.status == "ended" && refused.reason == "refused not-routable")
            #expect(try #require(messages.first { $0.phone == "+237670000002" }).status == "attempted")
        }

        @Test func `waits while sending is paused, also over a restart, and leaves once when it is resumed`() async throws {
            let gateway = try FakeGateway.kannel()
            let scratch = try Scratch.sending(through: gateway)
            var service = try await Service.start(in: scratch)
            let paused = try await scratch.run("sending", "pause")
            #expect(paused.code == 0, "\(paused.complaints)")
            _ = try await Self.register("+237670000001", at: service)
            try await service.stop()
            service = try await Service.start(in: scratch)
            let doctor = try await scratch.run("doctor")
            #expect(doctor.output.contains("sending resume"), "\(doctor.output)")
            // Who dials is answered all the same.
            #expect(try await Session.dial("+237670000002", to: service).1.isOpen)
            #expect(gateway.requests.isEmpty)
            #expect(try await scratch.begunMessages("confirmation").first?.status == "queued")

            let resumed = try await scratch.run("sending", "resume")
            #expect(resumed.complaints.contains("confirmations 1"), "\(resumed.complaints)")
            try await eventually("it is accepted") { try await scratch.begunMessages("confirmation").first?.status == "accepted" }
            #expect(gateway.requests.count == 1)
        }

        @Test func `that is on its way is waited for when the service stops`() async throws {
            let gateway = try FakeGateway { _ in .hold(then: .answer(202, "0: Accepted for delivery")) }
            let service = try await Service.start(in: .sending(through: gateway))
            _ = try await Self.register("+237670000001", at: service)
            try await eventually("it is on its way") { gateway.requests.count == 1 }
            service.process.send(SIGTERM)
            let log = service.process.complaints
            try await eventually("the service stops") { try service.process.said(log).contains("waits for what is on its way") }
            #expect(service.process.isRunning)
            gateway.letGo()
            let finished = try await service.process.finished()
            #expect(finished.code == 0, "\(finished.complaints)")
            #expect(try await service.scratch.begunMessages("confirmation").first?.status == "accepted")
        }

        @Test func `waits without a channel where outgoing has none for people, and doctor says so`() async throws {
            let service = try await Service.start(in: Scratch())
            _ = try await Self.register("+237670000001", at: service)
            let doctor = try await service.scratch.run("doctor")
            #expect(doctor.output.contains("messages without a channel: 1"), "\(doctor.output)")
            #expect(try await service.scratch.begunMessages("confirmation").first?.status == "queued")
        }

        @Test func `reaches the phone on the screen at once`() async throws {
            let service = try await Service.start(in: Scratch())
            let head = #""number":"+237670000009","session":"a1""#
            func send(_ more: String) async throws -> String {
                let body = Array("{\(head)\(more)}".utf8)
                return try await service.post("/channels/phone/receive", body: body, type: "application/json").text
            }
            var screen = try await send("")
            let answers = ["1"] + Registration.toReview(name: "Essai").dropFirst()
            for (step, answer) in answers.enumerated() { screen = try await send(#","text":"\#(answer)","step":\#(step)"#) }
            let accept = try #require(screen.components(separatedBy: "\\n").last { $0.contains(" Envoyer") }?.split(separator: " ").first)
            _ = try await send(#","text":"\#(accept)","step":99"#)
            try await eventually("it is there") {
                let finished = try await service.scratch.run("export", "messages", "--tests", "--format", "json")
                return finished.output.contains(#""status":"delivered""#)
            }
        }
    }
}
