import Delivery
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// Nobody knows whether it left.
struct DoubtTests {
    struct Case: CustomTestStringConvertible {
        var label: String
        var make: @Sendable (Post) async throws -> Void
        /// After two minutes, and after two more.
        var first: String
        var second: String
        var sent: Int
        var testDescription: String { label }
    }

    static let cases = [
        Case(
            label: "an answer", make: { try await $0.answer("un") }, first: "answer attempted", second: "answer ended unknown", sent: 2),
        Case(
            label: "a confirmation", make: { try await $0.confirm("un") }, first: "confirmation attempted",
            second: "confirmation ended unknown", sent: 2),
        Case(
            label: "a follow-up", make: { try await $0.followUp("un") }, first: "follow-up ended unknown",
            second: "follow-up ended unknown", sent: 1),
        Case(
            label: "a reminder", make: { try await $0.remind(after: [0]) }, first: "reminder ended unknown",
            second: "reminder ended unknown", sent: 1),
        Case(
            label: "a campaign's", make: { try await $0.campaign("un", to: [.awa]) }, first: "campaign ended unknown",
            second: "campaign ended unknown", sent: 1),
    ]

    @Test(arguments: cases)
    func `answers and confirmations are sent once more, the rest never`(_ row: Case) async throws {
        let post = try await Post()
        post.network.says("unknown")
        try await row.make(post)
        try await post.dispatcher.drain()
        post.clock.advance(119)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == 1)
        post.clock.advance(1)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == [row.first])
        for _ in 0..<3 {
            post.clock.advance(120)
            try await post.dispatcher.drain()
        }
        #expect(try await post.rows() == [row.second])
        #expect(post.network.arrivals.count == row.sent)
        await post.store.close()
    }

    struct Look: CustomTestStringConvertible {
        var finding: String
        var row: String
        var sent: Int
        var testDescription: String { finding }
    }

    @Test(arguments: [
        Look(finding: "delivered", row: "follow-up delivered", sent: 1), Look(finding: "on-its-way", row: "follow-up accepted", sent: 1),
        Look(finding: "absent", row: "follow-up attempted", sent: 2), Look(finding: "unclear", row: "follow-up ended unknown", sent: 1),
    ])
    func `a gateway that can be asked settles it`(_ row: Look) async throws {
        let post = try await Post { $0.channels[0] = Post.channel("sms", hasLookUp: true) }
        post.network.says("unknown")
        post.network.finds { _ in row.finding }
        try await post.followUp("un")
        try await post.dispatcher.drain()
        post.clock.advance(120)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == [row.row])
        #expect(post.network.looks == [post.network.arrivals[0].id])
        #expect(post.network.arrivals.count == row.sent)
        await post.store.close()
    }

    @Test func `after STOP nothing is sent once more`() async throws {
        let post = try await Post()
        post.network.says("unknown")
        try await post.confirm("un")
        try await post.dispatcher.drain()
        try await post.turn([.optOut])
        post.clock.advance(121)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == ["confirmation ended stopped"])
        #expect(post.network.arrivals.count == 1)
        await post.store.close()
    }

    @Test func `what was under way at a crash is in doubt after it`() async throws {
        let first = try await Post()
        first.network.behaves { _, _ in .stalls }
        try await first.confirm("un")
        try await first.campaign("à tous", to: [.ben])
        let running = Task { await first.dispatcher.run() }
        try await first.until("both are under way") { first.network.arrivals.count == 2 }
        #expect(try await first.rows("class, state, doubtful") == ["confirmation attempted", "campaign attempted"])
        // The end of that process.
        let post = try await first.reopened()
        let next = Task { await post.dispatcher.run() }
        try await post.until("they are in doubt") {
            try await post.texts("SELECT count(*) FROM outbox WHERE doubtful = sent AND unknowns = 1") == ["2"]
        }
        #expect(post.network.arrivals.isEmpty)
        post.clock.advance(121)
        post.store.bell.ring()
        try await post.until("they are settled") { try await post.rows() == ["confirmation accepted", "campaign ended unknown"] }
        #expect(post.network.texts == ["un"])
        post.dispatcher.stop()
        await next.value
        await post.store.close()
        first.network.release()
        first.dispatcher.stop()
        await running.value
    }
}
