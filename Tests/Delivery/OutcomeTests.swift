import Delivery
import Foundation
import Gateways
import Store
import Testing
import Texting

/// What each end of an attempt makes of a message, by one channel that is the only one.
struct OutcomeTests {
    struct Case: CustomTestStringConvertible {
        var label: String
        var says: String
        /// Of the confirmation: state, reason, tries, failures.
        var row: String
        /// When it is tried again, in seconds.
        var again: Int?
        /// Parts and millionths of the day.
        var spent: String
        var testDescription: String { label }
    }

    @Test(arguments: [
        Case(label: "accepted", says: "accepted", row: "accepted 1 0", spent: "1 10000000"),
        Case(label: "accepted with its own price and parts", says: "accepted G1 12.5 XAF 2", row: "accepted 1 0", spent: "1 12500000"),
        Case(label: "refused", says: "refused refused 21", row: "ended refused 21 1 0", spent: "0 0"),
        Case(label: "refused without a word", says: "refused failed", row: "ended failed 1 0", spent: "0 0"),
        Case(label: "nobody's number", says: "refused unknown-subscriber 404", row: "ended unknown-subscriber 404 1 0", spent: "0 0"),
        Case(label: "blocked", says: "refused blocked 406", row: "ended blocked 406 1 0", spent: "0 0"),
        Case(label: "busy", says: "busy", row: "queued 1 1", again: 5, spent: "0 0"),
        Case(label: "busy for a minute and a half", says: "busy 90000", row: "queued 1 1", again: 90, spent: "0 0"),
        Case(label: "refuses us", says: "refuses-us", row: "queued 1 1", again: 5, spent: "0 0"),
        Case(label: "no money", says: "no-money", row: "queued 1 1", again: 5, spent: "0 0"),
        Case(label: "unknown", says: "unknown", row: "attempted 1 0", spent: "1 10000000"),
    ])
    func `an attempt ends`(_ row: Case) async throws {
        let post = try await Post {
            $0.channels = [Post.channel("sms", price: Money(10, "XAF"))]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
        post.network.says(row.says)
        try await post.confirm("confirmé")
        try await post.dispatcher.drain()
        #expect(try await post.rows("state, reason, tries, failures") == [row.row])
        let due = Int64(post.clock.now.timeIntervalSince1970 * 1000) + Int64(row.again ?? 0) * 1000
        if row.again != nil { #expect(try await post.rows("due") == ["\(due)"]) }
        #expect(try await post.texts("SELECT sum(parts), sum(micros) FROM sent_day") == [row.spent])
        #expect(post.network.arrivals.count == 1)
        await post.store.close()
    }

    @Test func `a message that no gateway takes is tried with growing pauses, and in the end given up`() async throws {
        let post = try await Post {
            $0.channels = [Post.channel("sms")]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
        post.network.says("busy")
        try await post.confirm("confirmé")
        var pauses: [Int] = []
        while let due = try await post.dispatcher.nextDue() {
            let pause = due.timeIntervalSince(post.clock.now)
            pauses.append(Int(pause.rounded()))
            post.clock.advance(max(0, pause))
            try await post.dispatcher.drain()
        }
        #expect(pauses.prefix(9) == [0, 5, 15, 30, 60, 120, 300, 600, 1800])
        #expect(post.network.arrivals.count == 30)
        #expect(try await post.rows() == ["confirmation ended not-taken"])
        #expect(try await post.texts("SELECT sum(parts) FROM sent_day") == ["0"])
        await post.store.close()
    }

    @Test func `a number that nobody has is doubted`() async throws {
        let post = try await Post()
        post.network.says("refused unknown-subscriber 404")
        try await post.confirm("confirmé")
        try await post.dispatcher.drain()
        #expect(try await post.texts("SELECT doubted FROM contact") == ["1"])
        await post.store.close()
    }
}
