import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

struct RouteTests {
    private func ways(_ post: Post) -> [String] { post.network.arrivals.map(\.channel) }

    @Test func `after three failures in a row the next way is tried, and then the first again`() async throws {
        let post = try await Post()
        post.network.says("busy")
        try await post.confirm("confirmé")
        for _ in 0..<7 {
            try await post.dispatcher.drain()
            let due = try #require(try await post.dispatcher.nextDue())
            post.clock.set(max(due, post.clock.now))
        }
        #expect(ways(post).prefix(7) == ["sms", "sms", "sms", "other", "other", "other", "sms"])
        await post.store.close()
    }

    @Test func `the first rule that fits is taken`() async throws {
        let post = try await Post {
            $0.routes = Routes(
                rules: [
                    Routes.Rule(network: "mtn", via: "other"), Routes.Rule(country: "237", via: "sms"), Routes.Rule(via: "other"),
                ], prefixes: ["mtn": ["23767"], "orange": ["23769"]])
        }
        for number in ["+237670000001", "+237690000001", "+33612345678"] {
            try await post.confirm(number, to: PhoneNumber(e164: number))
        }
        try await post.dispatcher.drain()
        #expect(
            Set(post.network.arrivals.map { "\($0.text) \($0.channel)" }) == [
                "+237670000001 other", "+237690000001 sms", "+33612345678 other",
            ])
        await post.store.close()
    }

    @Test func `a gateway's block is of its channel alone, and no START lifts it`() async throws {
        let post = try await Post()
        post.network.behaves { arrival, _ in .says(arrival.channel == "sms" ? "refused blocked 406" : "accepted") }
        try await post.confirm("un")
        try await post.dispatcher.drain()
        #expect(ways(post) == ["sms", "other"])
        #expect(try await post.texts("SELECT channel, cause FROM blocked") == ["sms 406"])
        #expect(try await post.texts("SELECT count(*) FROM suppressed") == ["0"], "it is not the person's STOP")
        try await post.turn([.optOut])
        try await post.turn([.optIn])
        try await post.confirm("deux")
        try await post.confirm("trois", to: .ben)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.dropFirst(2).filter { $0.text == "deux" }.map(\.channel) == ["other"])
        #expect(post.network.arrivals.contains { $0.channel == "sms" && $0.text == "trois" }, "another's is not blocked")
        #expect(
            try await post.texts("SELECT change, cause, at / 1000 FROM opt_change ORDER BY at") == [
                "stopped asked 1795773600", "started asked 1795773600",
            ])
        await post.store.close()
    }

    @Test func `who is blocked everywhere gets a reason`() async throws {
        let post = try await Post()
        post.network.says("refused blocked 406")
        try await post.confirm("un")
        try await post.dispatcher.drain()
        try await post.confirm("deux")
        try await post.dispatcher.drain()
        #expect(ways(post) == ["sms", "other"])
        #expect(try await post.rows() == ["confirmation ended blocked 406", "confirmation ended blocked"])
        await post.store.close()
    }

    @Test func `an answer that waits for a channel that has blocked its person takes another`() async throws {
        let post = try await Post()
        post.network.behaves { arrival, _ in .says(arrival.channel == "sms" ? "refused blocked 406" : "accepted") }
        try await post.confirm("un")
        try await post.dispatcher.drain()
        try await post.answer("réponse", by: "sms")
        try await post.dispatcher.drain()
        #expect(ways(post) == ["sms", "other", "other"])
        await post.store.close()
    }

    @Test func `without a channel a message says so while it waits, and ends so`() async throws {
        let post = try await Post { $0.routes = Routes(rules: [Routes.Rule(country: "33", via: "sms")]) }
        try await post.confirm("un")
        try await post.dispatcher.drain()
        #expect(try await post.rows() == ["confirmation queued no-route"])
        #expect(try await post.store.overdue(at: post.clock.now).withoutChannel == 1)
        post.clock.advance(3 * 86_400)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == ["confirmation ended no-route"])
        await post.store.close()
    }

    @Test func `what waits for a channel that is none any more takes another`() async throws {
        let first = try await Post()
        try await first.answer("un", by: "sms")
        try await first.answer("deux", by: "gone")
        try await first.answer("trois", to: .ben, by: "gone")
        let post = try await first.reopened()
        let running = Task { await post.dispatcher.run() }
        try await post.until("all have left") { post.network.arrivals.count == 3 }
        post.dispatcher.stop()
        await running.value
        #expect(Set(ways(post)) == ["sms"])
        await post.store.close()
    }

    struct Realms: CustomTestStringConvertible {
        var realm: Realm
        var says: String
        var ways: Set<String>
        var testDescription: String { "\(realm) \(says)" }
    }

    @Test(arguments: [
        Realms(realm: .tests, says: "accepted", ways: ["trial"]), Realms(realm: .people, says: "accepted", ways: ["sms"]),
        Realms(realm: .tests, says: "busy", ways: ["trial"]), Realms(realm: .people, says: "busy", ways: ["sms", "other"]),
        Realms(realm: .tests, says: "refused blocked 406", ways: ["trial"]),
        Realms(realm: .people, says: "refused blocked 406", ways: ["sms", "other"]),
    ])
    func `a trial never leaves by a channel of people, nor people's by one of trials`(_ row: Realms) async throws {
        let post = try await Post { $0.routes.rules.append(Routes.Rule(via: "trial")) }
        post.network.says(row.says)
        try await post.confirm("un", row.realm)
        for _ in 0..<9 {
            try await post.dispatcher.drain()
            post.clock.advance(3_600)
        }
        #expect(Set(ways(post)) == row.ways)
        await post.store.close()
    }

    @Test func `a message that was given a channel of the other realm is given another`() async throws {
        let post = try await Post()
        try await post.confirm("d'essai", .tests)
        try await post.confirm("pour de vrai", to: .ben)
        try await post.force(
            "UPDATE outbox SET channel = CASE WHEN contact IN (SELECT id FROM contact WHERE is_test) THEN 'sms' ELSE 'trial' END")
        try await post.dispatcher.drain()
        try await post.dispatcher.drain()
        #expect(Set(post.network.arrivals.map { "\($0.text) \($0.channel)" }) == ["d'essai trial", "pour de vrai sms"])
        await post.store.close()
    }

    @Test(arguments: ["busy", "refused blocked 406"])
    func `staff's trial is for the channel that they try`(says: String) async throws {
        let post = try await Post()
        post.network.says(says)
        try await post.answer("d'essai", by: "sms", .tests)
        for _ in 0..<9 {
            try await post.dispatcher.drain()
            post.clock.advance(300)
        }
        #expect(Set(ways(post)) == ["sms"])
        await post.store.close()
    }

    @Test func `on a screen it has arrived at once`() async throws {
        let post = try await Post {
            $0.channels = [
                OutgoingChannel(
                    settings: Post.texting("phone", isTest: true), way: .screen, budget: OutgoingChannel.Budget(rate: 10))
            ]
        }
        try await post.confirm("un", .tests)
        try await post.dispatcher.drain()
        #expect(try await post.rows("state, channel") == ["delivered phone"])
        await post.store.close()
    }
}
