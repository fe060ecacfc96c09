import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

struct LimitTests {
    struct Budget: CustomTestStringConvertible {
        var label: String
        var parts: Int?
        var money: Money?
        /// How many leave of follow-ups, and then of confirmations and answers.
        var bound: Int
        var rest: Int
        var testDescription: String { label }
    }

    @Test(arguments: [
        Budget(label: "no limit", bound: 30, rest: 30),
        Budget(label: "of parts, nine tenths are for what we begin by ourselves", parts: 20, bound: 18, rest: 2),
        Budget(label: "of money too", money: Money(200, "XAF"), bound: 18, rest: 2),
        Budget(label: "the lesser of both", parts: 10, money: Money(200, "XAF"), bound: 9, rest: 1),
        Budget(label: "another currency is not counted", money: Money(1, "EUR"), bound: 30, rest: 30),
        Budget(label: "nothing at all", parts: 0, bound: 0, rest: 0),
    ])
    func `a day has its limit`(_ row: Budget) async throws {
        let post = try await Post {
            $0.channels = [Post.channel("sms", price: Money(10, "XAF"), dailyParts: row.parts, dailyMoney: row.money)]
        }
        for number in 0..<30 { try await post.followUp("relance", to: .person(number)) }
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == row.bound)
        for number in 0..<15 {
            try await post.confirm("confirmé", to: .person(100 + number))
            try await post.answer("réponse", to: .person(200 + number))
        }
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == row.bound + row.rest)
        let isOver = row.bound + row.rest < 60
        #expect(post.notices.now.count { $0.hasPrefix("sms dayIsOver") } == (isOver ? 1 : 0), "once a day")
        // The next day has its own.
        post.clock.set(Date.start + 13 * 3_600 + 1)
        try await post.dispatcher.drain()
        let next = post.network.arrivals.count
        if isOver, row.bound > 0 { #expect(next > row.bound + row.rest) } else { #expect(next == row.bound + row.rest) }
        await post.store.close()
    }

    @Test func `staff hear when much of the day is spent`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms", dailyParts: 10)] }
        for number in 0..<8 { try await post.confirm("confirmé", to: .person(number)) }
        let running = Task { await post.dispatcher.run() }
        try await post.until("eight left") { post.network.arrivals.count == 8 }
        try await post.confirm("confirmé", to: .person(9))
        try await post.until("they hear") { post.notices.now == ["sms spent(0.8)"] }
        try await post.confirm("confirmé", to: .person(10))
        try await post.until("ten left") { post.network.arrivals.count == 10 }
        #expect(post.notices.now == ["sms spent(0.8)"])
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `parts are those of the words that leave`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms", price: Money(Decimal(string: "12.5") ?? 0, "XAF"))] }
        try await post.confirm(String(repeating: "a", count: 161))
        try await post.dispatcher.drain()
        #expect(try await post.rows("parts, price") == ["2 25 XAF"])
        #expect(try await post.texts("SELECT currency, parts, micros FROM sent_day ORDER BY currency") == [" 2 0", "XAF 0 25000000"])
        await post.store.close()
    }

    struct Quiet: CustomTestStringConvertible {
        var label: String
        var number: String
        /// When the follow-up leaves.
        var leaves: String
        var testDescription: String { label }
    }

    @Test(arguments: [
        Quiet(label: "at home by the service's clock", number: "+237670000001", leaves: "2026-11-28T07:00:00Z"),
        Quiet(label: "in Japan by Japan's", number: "+819012345678", leaves: "2026-11-27T23:00:00Z"),
        Quiet(label: "in the United States it is day", number: "+12125550123", leaves: "2026-11-27T21:00:00Z"),
    ])
    func `in quiet hours only what people wait for leaves`(_ row: Quiet) async throws {
        let post = try await Post { $0.quiet = QuietHours(from: "21:00", to: "08:00") }
        // 22:00 in Douala, 6:00 in Tokyo, 16:00 in New York.
        post.clock.set(try Date("2026-11-27T21:00:00Z", strategy: .iso8601))
        let number = PhoneNumber(e164: row.number)
        try await post.followUp("relance", to: number)
        try await post.confirm("confirmé", to: number)
        try await post.answer("réponse", to: number)
        try await post.dispatcher.drain()
        #expect(post.network.texts.prefix(2) == ["réponse", "confirmé"])
        let leaves = try Date(row.leaves, strategy: .iso8601)
        post.clock.set(leaves - 1)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == (leaves > post.clock.now + 600 || row.leaves == "2026-11-27T21:00:00Z" ? 3 : 2))
        post.clock.set(leaves + 1)
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["réponse", "confirmé", "relance"])
        await post.store.close()
    }

    @Test func `a person gets as many a day and a month as they may, confirmations apart`() async throws {
        let post = try await Post { $0.cap = Cap(aDay: 1, aMonth: 4) }
        // Two at one moment: the second counts the first, though neither was under way when they were looked up.
        try await post.followUp("1", kind: .nudge)
        try await post.followUp("2", kind: .continueBySMS)
        try await post.confirm("confirmé")
        try await post.confirm("confirmé")
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["confirmé", "confirmé", "1"])
        post.clock.advance(86_399)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == 3)
        for day in 1...5 {
            post.clock.set(Date.start + Double(day) * 86_400 + 10)
            try await post.dispatcher.drain()
            try await post.turn([], session: "S\(day)")
            try await post.followUp("jour \(day)")
            try await post.dispatcher.drain()
        }
        #expect(post.network.arrivals.count == 2 + 4, "four in 30 days")
        await post.store.close()
    }

    @Test func `one that could leave only after its time ends as capped`() async throws {
        let post = try await Post { $0.cap = Cap(aDay: 1, aMonth: 4) }
        try await post.followUp("1", kind: .nudge, lives: 3_600)
        try await post.followUp("2", kind: .continueBySMS, lives: 3_600)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == ["follow-up accepted", "follow-up ended capped"])
        await post.store.close()
    }

    @Test func `nobody who has a session's screen before them is written to`() async throws {
        let post = try await Post()
        try await post.followUp("relance")
        try await post.turn([], session: "U1", isOpen: true)
        try await post.confirm("confirmé")
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["confirmé"])
        post.clock.advance(200)
        try await post.turn([], session: "U1", isOpen: false)
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["confirmé", "relance"])
        await post.store.close()
    }

    @Test func `while sending is paused only answers leave, and all goes on at once`() async throws {
        let post = try await Post()
        try await post.store.pauseSending(at: post.clock.now)
        let running = Task { await post.dispatcher.run() }
        try await post.confirm("confirmé")
        try await post.followUp("relance", to: .ben)
        try await post.answer("réponse")
        try await post.until("the answer leaves") { post.network.texts == ["réponse"] }
        try await post.answer("encore")
        try await post.until("another leaves") { post.network.texts == ["réponse", "encore"] }
        try await post.store.resumeSending()
        try await post.until("the rest leaves") { post.network.arrivals.count == 4 }
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }
}
