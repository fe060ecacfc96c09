import Dialogs
import Foundation
import Store
import Testing
import Texting

/// Who fits, among a few people.
struct AudienceTests {
    /// One sign-up of one person.
    struct Made {
        var number: PhoneNumber
        var seed: UInt64
        var answers: [String: StoredAnswer]
        var language: Language = "fr"
        var realm = Realm.people
        var day = 0.0
        var after: [Effect] = []
        var kind = "projet"
    }

    static let cleo = PhoneNumber(e164: "+237670000003")
    static let dora = PhoneNumber(e164: "+237670000004")
    static let tester = PhoneNumber(e164: "+237670000005")

    private static func open(_ answer: Answer) -> StoredAnswer { StoredAnswer(answer: answer, isPrivate: false) }

    static let made = [
        Made(
            number: .awa, seed: 1,
            answers: ["region": open(.choice("est")), "team": open(.number(10)), "needs": open(.several(["outils", "epargne"]))]),
        Made(number: .awa, seed: 2, answers: ["region": open(.choice("nord")), "team": open(.number(2))], day: 1),
        Made(
            number: .ben, seed: 3, answers: ["region": open(.choice("est")), "team": open(.number(Decimal(9.5)))], language: "en", day: 2),
        Made(
            number: cleo, seed: 4, answers: ["region": StoredAnswer(answer: .choice("est"), isPrivate: true)], day: 3,
            after: [.close(.drawn(4))]),
        Made(number: dora, seed: 5, answers: ["region": open(.choice("est' OR 1=1 --"))], day: 4, kind: "marche"),
        Made(number: tester, seed: 6, answers: ["region": open(.choice("est"))], realm: .tests),
    ]

    static func populated(in scratch: Scratch) async throws -> Store {
        let store = try await scratch.open().ready()
        for made in Self.made {
            let draft = SignUpDraft(
                signUp: made.kind, reference: .drawn(made.seed), updates: false, answers: made.answers, consentWords: "D'accord ? / Oui",
                consentGiven: .start, language: made.language, keep: nil)
            try await store.take(
                Taking(
                    number: made.number, realm: made.realm, session: "S\(made.seed)", isOver: true, effects: [.signUp(draft)] + made.after,
                    now: .start + made.day * 86_400))
        }
        return store
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var label: String
        var audience: Audience
        /// Each who fits, with the reference of the sign-up that it would be about.
        var found: [String]
        var testDescription: String { label }
    }

    private static let est = Audience.chose(field: "region", id: "est")
    private static let anybody = Audience.all([])

    static let cases = [
        Case(label: "everybody once, about the newest", audience: anybody, found: ["awa 2", "ben 3", "cleo 4", "dora 5"]),
        Case(label: "nobody", audience: .any([]), found: []),
        Case(label: "a choice, about the newest that fits", audience: est, found: ["awa 1", "ben 3"]),
        Case(label: "one of several", audience: .chose(field: "needs", id: "epargne"), found: ["awa 1"]),
        Case(label: "not the beginning of one of several", audience: .chose(field: "needs", id: "outil"), found: []),
        Case(label: "not", audience: .not(est), found: ["awa 2", "cleo 4", "dora 5"]),
        Case(label: "given, and not that", audience: .all([.given(field: "region"), .not(est)]), found: ["awa 2", "cleo 4", "dora 5"]),
        Case(label: "what is private counts as given", audience: .given(field: "region"), found: ["awa 2", "ben 3", "cleo 4", "dora 5"]),
        Case(label: "not given", audience: .not(.given(field: "team")), found: ["cleo 4", "dora 5"]),
        Case(label: "numbers are no words: 10 is more than 9.5", audience: .number(field: "team", .more, 9), found: ["awa 1", "ben 3"]),
        Case(label: "at least", audience: .number(field: "team", .atLeast, 10), found: ["awa 1"]),
        Case(label: "at most", audience: .number(field: "team", .atMost, 2), found: ["awa 2"]),
        Case(label: "less", audience: .number(field: "team", .less, 2), found: []),
        Case(label: "equal", audience: .number(field: "team", .equal, Decimal(9.5)), found: ["ben 3"]),
        Case(label: "unequal, and given", audience: .number(field: "team", .unequal, 2), found: ["awa 1", "ben 3"]),
        Case(label: "a kind of sign-up", audience: .signUp("marche"), found: ["dora 5"]),
        Case(label: "closed", audience: .status(.closed), found: ["cleo 4"]),
        Case(label: "a language", audience: .language("en"), found: ["ben 3"]),
        Case(
            label: "made from then on", audience: .time(.created, from: .start + 2 * 86_400, before: .start + 4 * 86_400),
            found: ["ben 3", "cleo 4"]),
        Case(label: "changed before", audience: .time(.updated, from: nil, before: .start + 86_400), found: ["awa 1"]),
        Case(label: "and", audience: .all([est, .language("en")]), found: ["ben 3"]),
        Case(label: "one sign-up must meet all of it", audience: .all([est, .number(field: "team", .equal, 2)]), found: []),
        Case(label: "or", audience: .any([.language("en"), .signUp("marche")]), found: ["ben 3", "dora 5"]),
        Case(
            label: "and within or", audience: .any([.all([est, .language("fr")]), .status(.closed)]), found: ["awa 1", "cleo 4"]),
        Case(label: "words are bound and never SQL", audience: .chose(field: "region", id: "est' OR 1=1 --"), found: ["dora 5"]),
        Case(label: "names are bound and never SQL", audience: .given(field: "region' OR 1=1 --"), found: []),
    ]

    @Test(arguments: cases)
    func `who fits`(_ row: Case) async throws {
        let store = try await Self.populated(in: try Scratch())
        let found = try await store.look { desk in
            try desk.recipients(row.audience, after: nil, looked: 100, found: 100).recipients.map { recipient in
                "\(Self.name(recipient.number)) \(try desk.signUp(of: recipient).map { Self.seed($0.reference) } ?? 0)"
            }
        }
        #expect(found == row.found)
        await store.close()
    }

    @Test func `the walk sees everybody once, however small its steps are`() async throws {
        let store = try await Self.populated(in: try Scratch())
        for (looked, found) in [(1, 1), (2, 5), (5, 2), (3, 1), (100, 1)] {
            let seen = try await store.look { desk in
                var seen: [String] = []
                var walked: PageKey?
                repeat {
                    let page = try desk.recipients(.all([]), after: walked, looked: looked, found: found)
                    #expect(page.recipients.count <= found)
                    seen += page.recipients.map { Self.name($0.number) }
                    walked = page.walked
                } while walked != nil
                return seen
            }
            #expect(seen == ["awa", "ben", "cleo", "dora"], "\(looked) looked at, \(found) found")
        }
        await store.close()
    }

    @Test func `STOP and blocks are told, and a number that moved is not found`() async throws {
        let store = try await Self.populated(in: try Scratch())
        try await store.take(Taking(number: .awa, session: "T1", isOver: true, effects: [.optOut], now: .start + 4 * 86_400))
        try await store.take(Taking(number: .ben, session: "T2", isOver: true, effects: [.newContact], now: .start + 4 * 86_400))
        try await store.look { desk in
            let cleo = try desk.contact(of: Self.cleo, .people, at: .start)
            try desk.block(cleo, onChannel: "sms", "406", at: .start)
        }
        let told = try await store.look { desk in
            try desk.recipients(.all([]), after: nil, looked: 100, found: 100).recipients.map {
                "\(Self.name($0.number)) \($0.hasOptedOut) \($0.blockedChannels.sorted())"
            }
        }
        #expect(told == ["awa true []", "cleo false [\"sms\"]", "dora false []"])
        await store.close()
    }

    private static func name(_ number: PhoneNumber) -> String {
        [PhoneNumber.awa: "awa", .ben: "ben", cleo: "cleo", dora: "dora", tester: "tester"][number] ?? number.e164
    }

    private static func seed(_ reference: Reference) -> UInt64 { (1...6).first { Reference.drawn($0) == reference } ?? 0 }
}
