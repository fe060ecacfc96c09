import Dialogs
import Foundation
import Store
import Testing
import Texting

struct SignUpTests {
    @Test func `an update rewrites the contact's own and keeps its reference`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted())]))
        var later = Taking(session: "S2", isOver: true, now: .start + 60)
        later.effects = [
            .signUp(.drafted(updates: true, answers: ["name": StoredAnswer(answer: .text("Awa Bouba"), isPrivate: false)]))
        ]
        try await store.take(later)
        let signUps = try await store.allSignUps
        #expect(signUps.count == 1)
        #expect(signUps.first?.answers == ["name": .text("Awa Bouba")])
        #expect(signUps.first?.created == .start)
        #expect(signUps.first?.updated == .start + 60)
        await store.close()
    }

    @Test func `a reference is one registration's alone`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted())]))
        #expect(try await store.look { try $0.isTaken(.drawn(1)) })
        #expect(try await !store.look { try $0.isTaken(.drawn(2)) })
        await #expect(throws: (any Error).self) {
            try await store.take(Taking(number: .ben, session: "S2", isOver: true, effects: [.signUp(.drafted())]))
        }
        #expect(try await store.allSignUps.map(\.phone) == [.awa])
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == 1)
        await store.close()
    }

    @Test func `a step sees the contact's own registrations, with their answers`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted()), .language("en"), .close(.drawn(1))]))
        let contact = try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)) }
        #expect(contact.language == "en")
        #expect(contact.signUps.map(\.reference) == [.drawn(1)])
        #expect(contact.signUps.first?.status == .closed)
        #expect(contact.signUps.first?.answers["name"] == .text("Awa Ngoh"))
        #expect(try await store.look { try $0.facts(of: $0.contact(of: .ben, .people, at: .start)).signUps } == [])
        await store.close()
    }

    struct Since: CustomTestStringConvertible {
        var seconds: TimeInterval
        var count: Int
        var testDescription: String { "\(seconds) s later: \(count)" }
    }

    @Test(arguments: [Since(seconds: 0, count: 2), Since(seconds: 30, count: 1), Since(seconds: 61, count: 0)])
    func `an export begins where it is told to`(_ row: Since) async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted(.drawn(1)))]))
        try await store.take(Taking(session: "S2", isOver: true, effects: [.signUp(.drafted(.drawn(2)))], now: .start + 60))
        #expect(try await store.signUps(since: .start + row.seconds, .people, after: nil).items.count == row.count)
        await store.close()
    }

    @Test func `a long list comes page by page, each row once`() async throws {
        let store = try await (try Scratch()).open().ready()
        let drawn = Set((1...1_200).map { Reference.drawn(UInt64($0)) }).prefix(1_100)
        let effects = drawn.map { Effect.signUp(.drafted($0, answers: [:])) }
        try await store.take(Taking(isOver: true, effects: effects))
        var references: [Reference] = []
        var after: PageKey?
        var pages = 0
        repeat {
            let page = try await store.signUps(since: nil, .people, after: after)
            references += page.items.map(\.reference)
            after = page.next
            pages += 1
        } while after != nil
        #expect(pages == 3)
        #expect(references.count == 1_100)
        #expect(Set(references).count == 1_100)
        await store.close()
    }

    @Test func `a call-back is stored without any reading`() async throws {
        let store = try await (try Scratch()).open().ready()
        let draft = CallbackDraft(
            timeField: "time", answers: ["time": StoredAnswer(answer: .choice("matin"), isPrivate: false)], language: "fr")
        try await store.take(Taking(isOver: true, effects: [.callback(draft)]))
        let callback = try #require(try await store.allCallbacks.first)
        #expect(callback.phone == .awa)
        #expect(callback.status == .open)
        #expect(callback.answers == ["time": .choice("matin")])
        await store.close()
    }

    struct Name: CustomTestStringConvertible {
        var typed: String
        var isFound: Bool
        var testDescription: String { typed }
    }

    @Test(arguments: [
        Name(typed: "Awa", isFound: true), Name(typed: "awa n", isFound: true), Name(typed: "NGOH", isFound: true),
        Name(typed: "Ngo Awa", isFound: true), Name(typed: "Awat", isFound: false), Name(typed: "goh", isFound: false),
        Name(typed: "Awa Ben", isFound: false), Name(typed: "aw", isFound: false), Name(typed: "", isFound: false),
        Name(typed: "refugiee", isFound: false),
    ])
    func `a sign-up is found by the beginning of its words`(_ row: Name) async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted())]))
        #expect(try await store.signUps(named: row.typed, .people).count == (row.isFound ? 1 : 0))
        #expect(try await store.signUps(named: row.typed, .tests).isEmpty)
        await store.close()
    }

    @Test(arguments: [1, Store.stretch]) func `usage counts by day and channel, read in however many pieces`(rows: Int) async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted())]))
        try await store.take(Taking(step: "1", understood: .miss, now: .start + 5))
        try await store.take(Taking(number: .ben, session: "S2", now: .start + 86_400))
        let usage = try await store.usage(since: nil, .people, inStretchesOf: rows)
        #expect(
            usage == [
                ExportedUsage(day: "2026-11-25", channel: "ussd", conversations: 1, turns: 2, misses: 1, signUps: 1, callbacks: 0),
                ExportedUsage(day: "2026-11-26", channel: "ussd", conversations: 1, turns: 1, misses: 0, signUps: 0, callbacks: 0),
            ])
        await store.close()
    }
}
