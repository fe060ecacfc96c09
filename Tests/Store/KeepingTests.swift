import Dialogs
import Foundation
import GRDB
import Store
import Testing
import Texting

struct KeepingTests {
    private static let day: TimeInterval = 86_400

    struct Case: CustomTestStringConvertible {
        var name: String
        var days: TimeInterval
        var left: [String: Int]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "within a week all is there", days: 6.9,
            left: ["conversation": 1, "session": 2, "turn": 2, "sign_up": 2, "callback": 1, "contact": 2]),
        Case(
            name: "then the unfinished answers go", days: 7.1,
            left: ["conversation": 0, "session": 0, "turn": 2, "sign_up": 2, "callback": 1, "contact": 2]),
        Case(
            name: "then a sign-up with a time of its own", days: 31,
            left: ["conversation": 0, "session": 0, "turn": 2, "sign_up": 1, "callback": 1, "contact": 2]),
        Case(
            name: "then the recordings, and who asked for nothing", days: 91,
            left: ["conversation": 0, "session": 0, "turn": 0, "sign_up": 1, "callback": 1, "contact": 1]),
        Case(
            name: "at last everything", days: 4 * 365,
            left: ["conversation": 0, "session": 0, "turn": 0, "sign_up": 0, "callback": 0, "contact": 0]),
    ])
    func `what was kept long enough goes`(_ row: Case) async throws {
        let store = try await (try Scratch()).open().ready()
        let callback = CallbackDraft(timeField: "time", answers: [:], language: "fr")
        let month = SignUpDraft.drafted(.drawn(2), keep: .seconds(30 * 86_400))
        try await store.take(Taking(isOver: true, effects: [.signUp(.drafted()), .signUp(month), .callback(callback)]))
        try await store.take(Taking(number: .ben, session: "S2"))
        _ = try await store.purge(at: .start + row.days * Self.day)
        let counts = try await store.facts().counts
        for (table, left) in row.left { #expect(counts[table] == left, "\(table)") }
        await store.close()
    }

    @Test func `more than a slice goes, and it says how much`() async throws {
        let store = try await (try Scratch()).open().ready()
        for index in 10..<70 {
            try await store.take(Taking(number: PhoneNumber(e164: "+2376700000\(index)"), session: "S\(index)"))
        }
        let purged = try await store.purge(at: .start + 8 * Self.day)
        #expect(purged.conversations == 60)
        #expect(purged.sessions == 60)
        #expect(purged.recordings == 0)
        await store.close()
    }

    @Test func `a purge that is given up ends with its slice`() async throws {
        let store = try await (try Scratch()).open().ready()
        for index in 10..<70 {
            try await store.take(Taking(number: PhoneNumber(e164: "+2376700000\(index)"), session: "S\(index)"))
        }
        let held = await Held(store)
        let purging = Task { try await store.purge(at: .start + 8 * Self.day) }
        purging.cancel()
        await held.letGo()
        await #expect(throws: CancellationError.self) { try await purging.value }
        #expect(try await store.facts().counts["conversation"] == 60)
        await store.close()
    }

    @Test func `after all of it the file is sound`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted()), .optOut]))
        try await store.take(Taking(step: "1", isOver: true, effects: [.erase(.drawn(1))]))
        try await store.take(Taking(number: .ben, session: "S2", effects: [.newContact]))
        _ = try await store.purge(at: .start + 100 * Self.day)
        await store.close()
        let queue = try DatabaseQueue(path: scratch.database)
        let (sound, strangers) = try await queue.read { db in
            (try String.fetchAll(db, sql: "PRAGMA integrity_check"), try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count)
        }
        #expect(sound == ["ok"])
        #expect(strangers == 0)
    }
}
