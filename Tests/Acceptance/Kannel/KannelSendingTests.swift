import Foundation
import Testing

extension Acceptance {
    /// What we begin leaves through Debian's Kannel, with the configuration that is shipped, and its reports come back.
    @Suite struct `Sending through Kannel` {
        private static func scratch(_ kannel: RunningKannel.Ports, rate: Int = 100) throws -> Scratch {
            let scratch = try Scratch.withKannel(
                channel: """
                    , url: "http://127.0.0.1:\(kannel.sending)/cgi-bin/sendsms", username: passerelle, password: \(Scratch.sendingPassword), \
                    rate: \(rate)
                    """)
            try scratch.replaceConfiguration("outgoing: [{ via: phone }]", with: "outgoing: [{ via: sms }]\nclock: { ahead: 0 s }")
            return scratch
        }

        @Test func `a registration by USSD is confirmed by SMS, and the report turns it to delivered`() async throws {
            let awa = "+237670000062"
            let ports = try RunningKannel.Ports()
            let service = try await Service.start(in: Self.scratch(ports))
            let kannel = try await RunningKannel.start(calling: service.scratch.port, ports)
            try await kannel.centre.connect()
            var (session, _) = try await Session.dial(awa, to: service)
            let reference = try await session.register(name: "Awa Ngo")
            let text = try await kannel.centre.reply(to: awa, after: 0, within: .seconds(10))
            #expect(text == "OIM et MINPMEESA : votre demande \(reference) est enregistrée. C'est gratuit. Pour finir, répondez STOP.")
            try await eventually("it is delivered") {
                try await service.scratch.begunMessages("confirmation").first?.status == "delivered"
            }
            let story = try await service.scratch.exportedMessages().filter { $0.direction == "out" && $0.status == "delivered" }
            #expect(story.count == 1)
            #expect(story.first?.phone == awa && story.first?.channel == "sms" && story.first?.text == text && story.first?.parts == 1)

            // Who says STOP is told so, and nothing that we begin comes any more.
            #expect(try await kannel.centre.ask("STOP", from: awa).isEmpty == false)
            var (again, _) = try await Session.dial(awa, to: service)
            _ = try await again.type(all: ["1", "1", "Awa Ngo", "1", "3", "2", "1"])
            _ = try await again.type("6")
            try await eventually("it has ended") {
                try await service.scratch.begunMessages("confirmation").contains { $0.status == "ended" && $0.reason == "stopped" }
            }
        }

        /// Kannel's own count: KANNEL_MESSAGES=5000 for the long run.
        private static let messages = ProcessInfo.processInfo.environment["KANNEL_MESSAGES"].flatMap { Int($0) } ?? 600

        @Test func `killed and brought back in the middle each message arrives, and reports match`() async throws {
            let ports = try RunningKannel.Ports()
            var service = try await Service.start(in: Self.scratch(ports, rate: 300))
            _ = try await service.scratch.run("sending", "pause")
            let crowd = Crowd(Self.messages)
            _ = try await crowd.register(at: service)
            let kannel = try await RunningKannel.start(calling: service.scratch.port, ports)
            try await kannel.centre.connect()
            _ = try await service.scratch.run("sending", "resume")
            try await eventually(within: .seconds(60), "a third has arrived") { try kannel.centre.told().count > Self.messages / 3 }
            try await kannel.killAndBringBack()
            try await kannel.centre.connect()
            try await eventually(within: .seconds(60), "nothing waits any more") {
                try await service.scratch.begunMessages("confirmation").count { $0.status == "queued" } == 0
            }
            // What was in doubt is sent again after two minutes, which pass in between.
            try await service.stop()
            try service.scratch.replaceConfiguration("ahead: 0 s", with: "ahead: 180 s")
            service = try await Service.start(in: service.scratch)
            try await eventually(within: .seconds(60), "every message arrives") {
                try Set(kannel.centre.told().map(\.number)).count == crowd.numbers.count
            }
            try await eventually(within: .seconds(60), "every report is here, but those that went with Kannel") {
                try await service.scratch.begunMessages("confirmation").count { $0.status == "queued" } == 0
            }
            let arrived = try kannel.centre.told().reduce(into: [String: Int]()) { $0[$1.number, default: 0] += 1 }
            #expect(arrived.values.allSatisfy { $0 <= 2 })
            let confirmations = try await service.scratch.begunMessages("confirmation")
            #expect(confirmations.count == crowd.numbers.count)
            for message in confirmations where message.status == "delivered" { #expect(arrived[message.phone] != nil) }
            let states = Dictionary(grouping: confirmations, by: \.status).mapValues(\.count)
            print("\(Self.messages) messages, Kannel killed once: \(arrived.values.count { $0 == 2 }) twice, \(states)")
        }
    }
}
