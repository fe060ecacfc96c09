import Delivery
import Foundation
import Testing

@Suite struct `what staff hear of a channel` {
    enum Event: Sendable {
        case heard(ChannelNotice)
        case called
        case looked
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var silentAfter: Duration?
        /// Minutes since the start, at 12:00 of a day.
        var events: [(minute: Double, event: Event)]
        /// `minute state cause word`.
        var alarms: [String]
        var isTroubled = false
    }

    private static let refuses = Event.heard(.refuses(word: "401"))
    private static let fails = Event.heard(.fails(word: "503"))
    private static let works = Event.heard(.works)

    static let cases = [
        Case(
            testDescription: "a refusal rings once, and once when it is over",
            events: [(0, refuses), (1, refuses), (2, refuses), (3, works), (4, works), (30, .looked)],
            alarms: ["0 begun refuses 401", "3 over refuses 401"]),
        Case(
            testDescription: "while it goes on it is trouble", events: [(0, refuses), (90, .looked)], alarms: ["0 begun refuses 401"],
            isTroubled: true),
        Case(testDescription: "what works and never failed says nothing", events: [(0, works), (1, .looked)], alarms: []),
        Case(
            testDescription: "two causes are two things",
            events: [(0, refuses), (1, .heard(.noMoney(word: "405"))), (2, works)],
            alarms: ["0 begun refuses 401", "1 begun no-money 405", "2 over no-money 405", "2 over refuses 401"]),
        Case(
            testDescription: "a short relapse rings nobody",
            events: [(0, fails), (1, works), (5, fails), (6, works), (15, .looked), (16, .looked), (60, .looked)],
            alarms: ["0 begun fails 503", "1 over fails 503"]),
        Case(
            testDescription: "a relapse that lasts rings ten minutes later",
            events: [(0, fails), (1, works), (5, fails), (14, .looked), (15, .looked), (16, fails), (30, .looked)],
            alarms: ["0 begun fails 503", "1 over fails 503", "15 begun fails 503"], isTroubled: true),
        Case(
            testDescription: "one that comes and goes rings once more, and is over when it is",
            events: [
                (0, fails), (1, works), (2, fails), (4, works), (6, fails), (8, works), (10, fails), (11, works), (12, .looked),
                (15, fails),
                (16, works), (25.5, .looked), (26, .looked), (40, .looked),
            ],
            alarms: ["0 begun fails 503", "1 over fails 503", "15 begun fails 503", "26 over fails 503"]),
        Case(
            testDescription: "after ten good minutes it is a new trouble",
            events: [(0, fails), (1, works), (11, .looked), (12, fails)],
            alarms: ["0 begun fails 503", "1 over fails 503", "12 begun fails 503"], isTroubled: true),
        Case(
            testDescription: "the warning comes once a day",
            events: [(0, .heard(.spent(0.8))), (60, .heard(.spent(0.93))), (1440, .heard(.spent(0.851)))],
            alarms: ["0 begun spent 80 %", "1440 begun spent 85 %"]),
        Case(
            testDescription: "a day that is over rings once, and is over when the next begins",
            events: [
                (0, .heard(.dayIsOver)), (1, .heard(.dayIsOver)), (2, .heard(.spent(1))), (660, .looked), (720, .looked), (725, .looked),
                (730, .heard(.dayIsOver)),
            ],
            alarms: ["0 begun day-over ", "720 over day-over ", "730 begun day-over "], isTroubled: true),
        Case(
            testDescription: "silence", silentAfter: .seconds(3600),
            events: [(10, .called), (69, .looked), (70, .looked), (80, .looked), (90, .called), (149, .looked)],
            alarms: ["70 begun silent ", "90 over silent "]),
        Case(
            testDescription: "silence since the start", silentAfter: .seconds(3600), events: [(59, .looked), (60, .looked)],
            alarms: ["60 begun silent "], isTroubled: true),
        Case(testDescription: "silence that nobody asked about", events: [(0, .called), (9_000, .looked)], alarms: []),
    ]

    private static let noon = Date(timeIntervalSince1970: 1_795_564_800 + 43_200)

    private static func book(_ silentAfter: Duration?, receiving: [String] = ["sms"]) -> AlarmBook {
        AlarmBook(receiving: receiving, silentAfter: silentAfter, start: noon) { "\(Int($0.timeIntervalSince1970) / 86_400)" }
    }

    @Test(arguments: cases)
    func `each trouble once, and once that it is over`(_ row: Case) {
        var book = Self.book(row.silentAfter)
        var told: [String] = []
        for (minute, event) in row.events {
            let now = Self.noon + minute * 60
            let alarms =
                switch event {
                case .heard(let notice): book.hear(notice, on: "sms", at: now)
                case .called: book.hear(callOn: "sms", at: now)
                case .looked: book.look(at: now)
                }
            told += alarms.map { "\(minute.formatted(.number.grouping(.never))) \($0.state.rawValue) \($0.cause.rawValue) \($0.word)" }
        }
        #expect(told == row.alarms)
        #expect(book.isTroubled("sms") == row.isTroubled)
    }

    @Test func `one channel's trouble is not another's`() {
        var book = Self.book(nil)
        var told = book.hear(.fails(word: "a"), on: "sms", at: Self.noon).map(\.channel)
        told += book.hear(.works, on: "kannel", at: Self.noon).map(\.channel)
        told += book.hear(.fails(word: "b"), on: "kannel", at: Self.noon).map(\.channel)
        #expect(told == ["sms", "kannel"])
        #expect(book.isTroubled("sms") && !book.isTroubled("orange"))
    }

    @Test func `a channel that receives nothing is never silent`() {
        var book = Self.book(.seconds(60), receiving: [])
        let told = book.hear(callOn: "sms", at: Self.noon) + book.look(at: Self.noon + 3600)
        #expect(told.isEmpty)
    }

    @Test func `an SMS of the same thing comes once an hour`() {
        var limit = AlarmLimit()
        let begun = Alarm(channel: "sms", state: .begun, cause: .fails, word: "503")
        let over = Alarm(channel: "sms", state: .over, cause: .fails, word: "503")
        let asked: [(Alarm, TimeInterval)] = [
            (begun, 0), (over, 60), (Alarm(channel: "sms", state: .begun, cause: .refuses, word: "401"), 120), (begun, 3599), (begun, 3600),
            (begun, 3601),
        ]
        var allowed: [Bool] = []
        for (alarm, seconds) in asked { allowed.append(limit.allows(alarm, at: Self.noon + seconds)) }
        #expect(allowed == [true, true, true, false, true, false])
    }
}
