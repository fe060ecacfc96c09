import Delivery
import Foundation
import Gateways
import Store
import Testing
import Texting

/// Reports come in any order.
struct ReportTests {
    enum Happening: Sendable {
        case sends(String)
        case tells(DeliveryReport.State, by: Whose, channel: String = "sms", price: Money? = nil)
        case passes(TimeInterval)

        enum Whose: Sendable { case ours, theirs }
    }

    struct Case: CustomTestStringConvertible {
        var label: String
        var happens: [Happening]
        var row: String
        var sent = 1
        /// Money of each day.
        var money: [String] = ["2026-11-27 10"]
        var testDescription: String { label }
    }

    private static let delivered = DeliveryReport.State.delivered
    private static let failed = DeliveryReport.State.failed(.failed)

    static let cases = [
        Case(label: "after the answer", happens: [.sends("accepted G1"), .tells(delivered, by: .theirs)], row: "delivered"),
        Case(label: "by our own id", happens: [.sends("accepted"), .tells(delivered, by: .ours)], row: "delivered"),
        Case(label: "before the answer", happens: [.tells(delivered, by: .theirs), .sends("accepted G1")], row: "delivered"),
        Case(
            label: "before the answer, failed and then delivered",
            happens: [.tells(failed, by: .theirs), .tells(delivered, by: .theirs), .sends("accepted G1")], row: "delivered"),
        Case(
            label: "before the answer, delivered and then failed",
            happens: [.tells(delivered, by: .theirs), .tells(failed, by: .theirs), .sends("accepted G1")], row: "delivered"),
        Case(
            label: "before the answer, with its price",
            happens: [.tells(delivered, by: .theirs, price: Money(7, "XAF")), .sends("accepted G1")], row: "delivered",
            money: ["2026-11-27 7"]),
        Case(
            label: "twice", happens: [.sends("accepted G1"), .tells(delivered, by: .theirs), .tells(delivered, by: .theirs)],
            row: "delivered"),
        Case(label: "of an id that nobody knows", happens: [.sends("accepted G9"), .tells(delivered, by: .theirs)], row: "accepted"),
        Case(
            label: "delivered after failed", happens: [.sends("accepted G1"), .tells(failed, by: .theirs), .tells(delivered, by: .theirs)],
            row: "delivered"),
        Case(
            label: "failed after delivered", happens: [.sends("accepted G1"), .tells(delivered, by: .theirs), .tells(failed, by: .theirs)],
            row: "delivered"),
        Case(
            label: "on its way after delivered",
            happens: [.sends("accepted G1"), .tells(delivered, by: .theirs), .tells(.onItsWay, by: .theirs)], row: "delivered"),
        Case(label: "failed", happens: [.sends("accepted G1"), .tells(failed, by: .theirs)], row: "ended failed w1"),
        Case(label: "of another channel", happens: [.sends("accepted G1"), .tells(failed, by: .ours, channel: "other")], row: "accepted"),
        Case(
            label: "of another channel, by its own id",
            happens: [.sends("accepted G1"), .tells(failed, by: .theirs, channel: "other")], row: "accepted"),
        Case(
            label: "on its way settles a doubt", happens: [.sends("unknown"), .tells(.onItsWay, by: .ours), .passes(300)], row: "accepted"),
        Case(
            label: "delivered settles a doubt", happens: [.sends("unknown"), .tells(delivered, by: .ours), .passes(300)], row: "delivered"),
        Case(
            label: "delivered after nobody knew", happens: [.sends("unknown"), .passes(120), .passes(240), .tells(delivered, by: .ours)],
            row: "delivered", sent: 2, money: ["2026-11-27 20"]),
        Case(
            label: "delivered for one that is back in the queue", happens: [.sends("busy"), .tells(delivered, by: .ours), .passes(600)],
            row: "delivered", money: ["2026-11-27 0"]),
        Case(
            label: "on its way for one that is back in the queue", happens: [.sends("busy"), .tells(.onItsWay, by: .ours), .passes(600)],
            row: "accepted", money: ["2026-11-27 0"]),
        Case(
            label: "the gateway's own price takes the place of the usual one",
            happens: [.sends("accepted G1"), .tells(delivered, by: .theirs, price: Money(13, "XAF"))], row: "delivered",
            money: ["2026-11-27 13"]),
        Case(
            label: "a price is of the day on which it left",
            happens: [.sends("accepted G1"), .passes(86_400), .tells(delivered, by: .theirs, price: Money(13, "XAF"))], row: "delivered",
            money: ["2026-11-27 13"]),
        Case(
            label: "a price told twice counts once",
            happens: [
                .sends("accepted G1 12 XAF"), .tells(delivered, by: .theirs, price: Money(13, "XAF")),
                .tells(delivered, by: .theirs, price: Money(13, "XAF")),
            ], row: "delivered", money: ["2026-11-27 13"]),
    ]

    @Test(arguments: cases)
    func `a report comes`(_ row: Case) async throws {
        let post = try await Post {
            $0.channels = [Post.channel("sms", price: Money(10, "XAF")), Post.channel("other")]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
        let reports = ReportTaker(store: post.store, settings: post.settings)
        try await post.confirm("un")
        for happening in row.happens {
            switch happening {
            case .sends(let words):
                post.network.says(words)
                try await post.dispatcher.drain()
            case .tells(let state, let whose, let channel, let price):
                let subject: DeliveryReport.Subject = whose == .theirs ? .theirs("G1") : .ours(post.network.arrivals[0].id)
                #expect(
                    await reports.take([DeliveryReport(subject, state, word: "w1", price: price)], on: channel, arrived: post.clock.now))
            case .passes(let seconds):
                post.clock.advance(seconds)
                try await post.dispatcher.drain()
            }
        }
        #expect(try await post.rows("state, reason") == [row.row])
        #expect(post.network.arrivals.count == row.sent)
        #expect(try await post.texts("SELECT day, micros / 1000000 FROM sent_day WHERE currency <> ''") == row.money)
        await post.store.close()
    }

    @Test func `an id that is none of ours is no trouble`() async throws {
        let post = try await Post()
        let reports = ReportTaker(store: post.store, settings: post.settings)
        for id in ["", "0", String(repeating: "f", count: 32), String(repeating: "é", count: 32)] {
            #expect(await reports.take([DeliveryReport(.ours(id), .delivered, word: "")], on: "sms", arrived: post.clock.now))
        }
        await post.store.close()
    }

    @Test(arguments: [(FailureCause.blocked, "1 0"), (.unknownSubscriber, "0 1"), (.failed, "0 0")])
    func `a report that says why it failed is heeded`(cause: FailureCause, kept: String) async throws {
        let post = try await Post()
        let reports = ReportTaker(store: post.store, settings: post.settings)
        post.network.says("accepted G1")
        try await post.confirm("un")
        try await post.dispatcher.drain()
        for _ in 0..<2 {
            _ = await reports.take([DeliveryReport(.theirs("G1"), .failed(cause), word: "7")], on: "sms", arrived: post.clock.now)
        }
        #expect(try await post.texts("SELECT (SELECT count(*) FROM blocked), (SELECT doubted FROM contact)") == [kept])
        await post.store.close()
    }

    @Test func `what has arrived neither blocks nor doubts anybody`() async throws {
        let post = try await Post()
        let reports = ReportTaker(store: post.store, settings: post.settings)
        post.network.says("accepted G1")
        try await post.confirm("un")
        try await post.dispatcher.drain()
        for state in [DeliveryReport.State.delivered, .failed(.blocked), .failed(.unknownSubscriber)] {
            _ = await reports.take([DeliveryReport(.theirs("G1"), state, word: "7")], on: "sms", arrived: post.clock.now)
        }
        #expect(try await post.texts("SELECT (SELECT count(*) FROM blocked), (SELECT doubted FROM contact)") == ["0 0"])
        await post.store.close()
    }
}
