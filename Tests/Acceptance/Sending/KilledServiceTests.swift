import Foundation
import Testing

extension Acceptance {
    /// `kill -9` in the middle of sending; the gateway is the judge of what came how often.
    @Suite struct `A service that is killed while it sends` {
        /// How often it is killed: KILLS=200 for the long run.
        private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 12
        private static let people = kills * 13

        private static func arrivals(_ gateway: FakeGateway, saying words: String) -> [String: Int] {
            gateway.requests.filter { $0["text"]?.contains(words) == true }.reduce(into: [:]) { $0[$1["to"] ?? "", default: 0] += 1 }
        }

        @Test func `leaves nothing without an end, sends a confirmation twice at most, and a campaign's message once at most`() async throws
        {
            let gateway = try FakeGateway { _ in
                // As far away as a gateway is, so that there is always something on its way.
                usleep(20_000)
                return .answer(202, "0: Accepted for delivery")
            }
            let scratch = try Scratch.sending(through: gateway, channel: "    rate: 400", "clock: { ahead: 0 s }")
            var service = try await Service.start(in: scratch)
            _ = try await scratch.run("sending", "pause")
            let crowd = Crowd(Self.people)
            _ = try await crowd.register(at: service)
            _ = try await scratch.run("sending", "resume")
            let audience = ["--to", "sign-up = entrepreneuriat", "--text", "Atelier samedi. {{how-to-stop}}", "--yes"]
            let watching = try Running(["send"] + audience + ["--config", scratch.configuration.path], in: scratch.folder)
            try await eventually("the campaign is made") {
                try await scratch.exportedMessages().contains { $0.status == "queued" && $0.text == nil }
            }

            var chance = SystemRandomNumberGenerator()
            for kill in 1...Self.kills {
                try await Task.sleep(for: .milliseconds(Int.random(in: 5...150, using: &chance)))
                service.process.send(SIGKILL)
                _ = try await service.process.finished()
                // What was in doubt is decided after two minutes, which pass in between.
                try scratch.replaceConfiguration("ahead: \((kill - 1) * 180) s", with: "ahead: \(kill * 180) s")
                service = try await Service.start(in: scratch)
            }
            for more in 1...2 {
                try await eventually(within: .seconds(120), "nothing waits any more") {
                    try await scratch.exportedMessages().allSatisfy { $0.status != "queued" || $0.cause == "inscription/suivi" }
                }
                try await service.stop()
                let ahead = Self.kills * 180
                try scratch.replaceConfiguration("ahead: \(ahead + (more - 1) * 180) s", with: "ahead: \(ahead + more * 180) s")
                service = try await Service.start(in: scratch)
            }
            try await eventually(within: .seconds(60), "nothing is in doubt any more") {
                try await scratch.exportedMessages().allSatisfy {
                    $0.status != "attempted" && ($0.status != "queued" || $0.cause == "inscription/suivi")
                }
            }

            watching.send(SIGKILL)
            let confirmations = Self.arrivals(gateway, saying: "votre demande")
            let campaign = Self.arrivals(gateway, saying: "Atelier")
            #expect(confirmations.count == crowd.numbers.count, "each has one")
            #expect(confirmations.values.allSatisfy { $0 <= 2 }, "\(confirmations.values.max() ?? 0)")
            #expect(campaign.values.allSatisfy { $0 == 1 })
            let messages = try await scratch.exportedMessages().filter { $0.direction == "out" && $0.status != "answered" }
            let ended = messages.filter { $0.cause != "inscription/suivi" }
            #expect(ended.count == 2 * crowd.numbers.count)
            #expect(ended.allSatisfy { $0.status == "accepted" || $0.status == "ended" && $0.reason == "unknown" })
            let unknown = ended.count { $0.status == "ended" }
            // What the gateway never saw was in doubt, and is told so.
            #expect(campaign.count + unknown >= crowd.numbers.count)
            print("\(Self.kills) kills: \(confirmations.values.count { $0 == 2 }) confirmations twice, \(unknown) messages ended unknown")
        }
    }
}
