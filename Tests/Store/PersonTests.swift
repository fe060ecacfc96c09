import Dialogs
import Foundation
import Store
import Testing
import Texting

struct PersonTests {
    private func held(_ store: Store, _ reference: Reference = .drawn(1)) async throws -> [String] {
        try await store.allSignUps.map(\.reference.digits)
    }

    @Test func `an erasure leaves nothing but the wish to be written no more`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted()), .optOut], words: "Awa Ngoh"))
        try await store.take(
            Taking(
                step: "1", reply: Reply(text: "Tout est effacé.", ends: true), isOver: true, effects: [.erase(.drawn(1))],
                shown: "Tout est effacé."))
        let person = try await store.person(.awa)
        #expect(person.contacts.isEmpty && person.signUps.isEmpty && person.callbacks.isEmpty && person.messages.isEmpty)
        #expect(person.optedOut == .start)
        let counts = try await store.facts().counts
        for table in ["contact", "conversation", "recording", "turn", "sign_up", "callback", "outbox"] {
            #expect(counts[table] == 0, "\(table)")
        }
        #expect(try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)).hasOptedOut })
        let log = try String(contentsOfFile: scratch.path("erased.log"), encoding: .utf8)
        #expect(log.split(separator: "\n").count == 1)
        #expect(log.hasPrefix("2026-11-25T08:00:00.000Z number "))
        await store.close()
    }

    @Test func `the gateway's retry of the erasure gets its answer still`() async throws {
        let store = try await (try Scratch()).open().ready()
        let farewell = Reply(text: "Tout est effacé.", ends: true)
        try await store.take(Taking())
        try await store.take(Taking(step: "1", reply: farewell, isOver: true, effects: [.erase(nil)], shown: farewell.text))
        let again = try await store.look { desk in
            try desk.session(desk.key(ofSession: "S1", onChannel: "ussd")).map { try desk.reply(toStep: "1", of: $0, from: .awa) }
        }
        #expect(again == .reply(farewell))
        await store.close()
    }

    @Test func `with its reference one of two registrations goes, with the words it was made of`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted(.drawn(1)))], words: "Awa"))
        try await store.take(Taking(session: "S2", isOver: true, effects: [.signUp(.drafted(.drawn(2)))], words: "Ben", now: .start + 1))
        try await store.take(Taking(session: "S3", isOver: true, effects: [.erase(.drawn(1))], words: "reference", now: .start + 2))
        #expect(try await held(store) == [Reference.drawn(2).digits])
        let typed = try await store.allMessages().filter { $0.direction == .in }.map(\.text)
        #expect(typed == [nil, "Ben", "reference"])
        await store.close()
    }

    @Test func `without its reference nothing that was registered goes`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted())]))
        try await store.take(Taking(session: "S2", isOver: true, effects: [.erase(nil)]))
        try await store.take(Taking(session: "S3", isOver: true, effects: [.erase(.drawn(9))]))
        #expect(try await held(store).count == 1)
        await store.close()
    }

    @Test func `nobody erases, closes or changes another's registration`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted())]))
        try await store.take(
            Taking(number: .ben, session: "S2", isOver: true, effects: [.close(.drawn(1)), .erase(.drawn(1))]))
        #expect(try await store.allSignUps.map(\.status) == [.open])
        await store.close()
    }

    @Test func `staff erase a number whole`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted()), .optOut]))
        #expect(try await store.erase(.awa, at: .start).count == 1)
        #expect(try await store.erase(.awa, at: .start).isEmpty)
        #expect(try await store.person(.awa).contacts.isEmpty)
        #expect(try await store.person(.awa).optedOut != nil)
        await store.close()
    }

    @Test func `a refused consent takes the words of its conversation, and no other's`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, words: "avant"))
        try await store.take(Taking(session: "S2", words: "Awa"))
        try await store.take(Taking(session: "S2", step: "2", isOver: true, effects: [.forget], words: "2", shown: "Rien n'est gardé."))
        let messages = try await store.allMessages()
        #expect(messages.map(\.text) == ["avant", "Votre nom ?", nil, nil, nil, "Rien n'est gardé."])
        let late = try await store.look { desk in
            try desk.session(desk.key(ofSession: "S2", onChannel: "ussd")).map { try desk.reply(toStep: "", of: $0, from: .awa) }
        }
        #expect(late == .forgotten)
        await store.close()
    }

    struct Miss: CustomTestStringConvertible {
        var name: String
        var effects: [Effect]
        var isLocked: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Miss(name: "four misses", effects: Array(repeating: .referenceMissed, count: 4), isLocked: false),
        Miss(name: "five misses", effects: Array(repeating: .referenceMissed, count: 5), isLocked: true),
        Miss(
            name: "four, the right one, one more",
            effects: Array(repeating: .referenceMissed, count: 4) + [.referenceGiven, .referenceMissed], isLocked: false),
    ])
    func `five misses lock the references of a number for a day`(_ row: Miss) async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(effects: row.effects))
        let until = try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)).referencesLockedUntil }
        #expect(until == (row.isLocked ? Date.start + 24 * 3600 : nil))
        await store.close()
    }

    @Test func `misses made while it is locked do not lengthen the lock`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(effects: Array(repeating: .referenceMissed, count: 12)))
        let until = try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)).referencesLockedUntil }
        #expect(until == Date.start + 24 * 3600)
        await store.close()
    }

    @Test func `a number that is somebody else's now takes nothing of the old contact along`() async throws {
        let store = try await (try Scratch()).open().ready()
        let reminder = PlannedReminder(
            reminder: "inscription/suivi", reference: .drawn(1), due: [.start + 100], expires: .seconds(50))
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted()), .remind(reminder)]))
        try await store.take(Taking(session: "S2", effects: [.newContact]))
        let signUp = try #require(try await store.allSignUps.first)
        #expect(signUp.phone == nil)
        #expect(try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)).signUps } == [])
        let planned = try await store.allMessages().filter { $0.cause == "inscription/suivi" }
        #expect(planned.map(\.status) == ["ended"] && planned.map(\.reason) == ["number-moved"])
        await store.close()
    }

    @Test func `trials are stored apart, under the same number`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted(.drawn(1)))]))
        try await store.take(Taking(realm: .tests, session: "S2", isOver: true, effects: [.signUp(.drafted(.drawn(2)))]))
        #expect(try await held(store) == [Reference.drawn(1).digits])
        #expect(try await store.signUps(since: nil, .tests, after: nil).items.map(\.reference) == [.drawn(2)])
        #expect(try await store.testsLeftOut(since: nil) == ["sign-ups": 1, "callbacks": 0, "contacts": 1, "messages": 1])
        #expect(try await store.person(.awa).signUps.count == 2)
        await store.close()
    }
}
