import Dialogs
import Foundation
import GRDB
import Store
import Testing
import Texting

/// A database, a backup of it, and what happens between the two and the restore.
struct Drill {
    let scratch: Scratch
    let store: Store
    let backup: String

    /// - Parameter before: what is in the backup.
    init(_ before: [Taking]) async throws {
        scratch = try Scratch()
        store = try await scratch.open().ready()
        backup = scratch.path("backup.sqlite")
        for taking in before { try await store.take(taking) }
        let file = BackupFile(backup)
        let moment = try await store.copy(to: file.part, BackupPace(rest: { _ in }), clock: { .backup }) { _ in }
        _ = try file.finish(showing: moment)
    }

    func restore(at now: Date = .restored) throws -> Restored { try Restoring(backup, over: scratch.database, at: now).run() }

    /// Restores, and opens what is there then.
    func restored(_ after: [Taking] = []) async throws -> (Restored, Store) {
        for taking in after { try await store.take(taking) }
        await store.close()
        return (try restore(), try scratch.open())
    }
}

extension Date {
    static let backup = Date.start + 600
    static let restored = Date.start + 86_400
}

struct RestoreTests {
    private static func signUp(_ seed: UInt64, _ number: PhoneNumber = .awa, at seconds: TimeInterval = 0) -> Taking {
        Taking(number: number, session: "S\(seed)", isOver: true, effects: [.signUp(.drafted(.drawn(seed)))], now: .start + seconds)
    }

    private func registered(_ store: Store) async throws -> [String] { try await store.allSignUps.map(\.reference.digits) }

    @Test func `what was there is there again, and what came since lies beside it`() async throws {
        let drill = try await Drill([Self.signUp(1)])
        let (restored, store) = try await drill.restored([Self.signUp(2, .ben, at: 700)])
        var expected = Restored()
        expected.knowledge = .whole
        expected.shows = .backup
        expected.contacts = 1
        expected.signUps = 1
        expected.kept = drill.scratch.database + ".replaced-20261126-080000"
        #expect(restored == expected)
        #expect(try await registered(store) == [Reference.drawn(1).digits])
        #expect(try await store.lastBackup() == .backup)
        #expect(try await store.facts().check == ["ok"])
        await store.close()
        let kept = try DatabaseQueue(path: try #require(restored.kept))
        #expect(try await kept.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sign_up") } == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: drill.scratch.folder.path)
        #expect(!left.contains { $0.contains("restoring") })
    }

    @Test func `whoever was erased since the backup is erased again`() async throws {
        let drill = try await Drill([Self.signUp(1), Self.signUp(2, .ben), Self.signUp(3, .ben, at: 1)])
        _ = try await drill.store.erase(.awa, at: .start + 700)
        let (restored, store) = try await drill.restored([
            Taking(number: .ben, session: "E", isOver: true, effects: [.erase(.drawn(2))], now: .start + 800)
        ])
        #expect(restored.erasedAgain == 2)
        #expect(try await registered(store) == [Reference.drawn(3).digits])
        #expect(try await store.person(.awa).contacts.isEmpty)
        await store.close()
    }

    @Test func `whoever came back after an erasure before the backup stays`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Self.signUp(1))
        _ = try await store.erase(.awa, at: .start + 10)
        // In the same second.
        try await store.take(Self.signUp(2, at: 10.2))
        let file = BackupFile(scratch.path("backup.sqlite"))
        _ = try file.finish(showing: try await store.copy(to: file.part, BackupPace(rest: { _ in }), clock: { .backup }) { _ in })
        await store.close()
        let restored = try Restoring(file.path, over: scratch.database, at: .restored).run()
        #expect(restored.erasedAgain == 0 && restored.signUps == 1)
    }

    @Test func `on a new machine the log of erasures that lies beside the backup holds`() async throws {
        let drill = try await Drill([Self.signUp(1)])
        _ = try await drill.store.erase(.awa, at: .start + 700)
        await drill.store.close()
        let new = try Scratch()
        let carried = new.folder.appendingPathComponent("carried")
        try FileManager.default.createDirectory(at: carried, withIntermediateDirectories: true)
        for (file, place) in [
            ("backup.sqlite", "carried/backup.sqlite"), ("erased.log", "carried/erased.log"), ("passerelle.key", "passerelle.key"),
        ] {
            try FileManager.default.copyItem(atPath: drill.scratch.path(file), toPath: new.path(place))
        }
        let restored = try Restoring(new.path("carried/backup.sqlite"), over: new.database, at: .restored).run()
        #expect(restored.knowledge == .none && restored.kept == nil && restored.hasErasureLog)
        #expect(restored.erasedAgain == 1 && restored.contacts == 0)
        #expect(restored.isSendingPaused, "who has said STOP since is not known")
        #expect(FileManager.default.contentsEqual(atPath: new.path("erased.log"), andPath: drill.scratch.path("erased.log")))
    }

    struct Wishes: CustomTestStringConvertible {
        var name: String
        var before: [Effect]
        var since: [Effect]
        var isStopped: Bool
        var kept: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Wishes(name: "STOP since the backup", before: [], since: [.optOut], isStopped: true, kept: 1),
        Wishes(name: "STOP before it", before: [.optOut], since: [], isStopped: true, kept: 0),
        Wishes(name: "START since it", before: [.optOut], since: [.optIn], isStopped: false, kept: 0),
        Wishes(name: "STOP once more since", before: [.optOut, .optIn], since: [.optOut], isStopped: true, kept: 1),
        Wishes(name: "nothing was ever said", before: [], since: [], isStopped: false, kept: 0),
    ])
    func `what a person said of being written to outlives a restore`(_ row: Wishes) async throws {
        let drill = try await Drill([Taking(effects: row.before)])
        let (restored, store) = try await drill.restored(
            row.since.isEmpty ? [] : [Taking(step: "1", effects: row.since, now: .start + 700)])
        #expect(restored.stopsKept == row.kept)
        #expect((try await store.person(.awa).optedOut != nil) == row.isStopped)
        await store.close()
    }

    @Test func `a number that went to somebody else since is written nothing before they have said who they are`() async throws {
        let drill = try await Drill([Self.signUp(1)])
        let (_, store) = try await drill.restored([Taking(step: "2", effects: [.newContact], now: .start + 700)])
        let contact = try await store.look { try $0.facts(of: $0.contact(of: .awa, .people, at: .start)) }
        #expect(contact.isDoubted)
        await store.close()
    }

    struct Refused: CustomTestStringConvertible {
        var name: String
        var spoil: @Sendable (Drill) throws -> Void
        var problem: @Sendable (Drill) -> BackupProblem
        var testDescription: String { name }
    }

    private static func write(_ sql: String, _ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }

    @Test(arguments: [
        Refused(
            name: "another key", spoil: { try $0.useAnothersKey() },
            problem: { .keyDoesNotFit(path: $0.scratch.path("passerelle.key")) }),
        Refused(
            name: "no key", spoil: { try FileManager.default.removeItem(atPath: $0.scratch.path("passerelle.key")) },
            problem: { .keyMissing(path: $0.scratch.path("passerelle.key")) }),
        Refused(
            name: "a newer program's", spoil: { try write("INSERT INTO grdb_migrations VALUES ('2099 later')", $0.backup) },
            problem: { _ in .newerProgram(migration: "2099 later") }),
        Refused(
            name: "no database", spoil: { try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: $0.backup)) },
            problem: { .damaged(path: $0.backup, why: "file is not a database") }),
        Refused(
            name: "somebody else's database",
            spoil: { drill in
                try FileManager.default.removeItem(atPath: drill.backup)
                try write("CREATE TABLE notes (text TEXT)", drill.backup)
            }, problem: { .notOurs(path: $0.backup) }),
        Refused(
            name: "a row that nothing belongs to",
            spoil: { try write("PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'contact'", $0.backup) },
            problem: { .damaged(path: $0.backup, why: "") }),
        Refused(
            name: "not there", spoil: { try FileManager.default.removeItem(atPath: $0.backup) }, problem: { .notThere(path: $0.backup) }),
        Refused(
            name: "a copy of a database that is being written to",
            spoil: { try Data("log".utf8).write(to: URL(fileURLWithPath: $0.backup + "-wal")) }, problem: { .live(path: $0.backup) }),
    ])
    func `is refused, and nothing is changed`(_ row: Refused) async throws {
        let drill = try await Drill([Self.signUp(1)])
        try await drill.store.take(Self.signUp(2, .ben, at: 700))
        await drill.store.close()
        try row.spoil(drill)
        let before = try Data(contentsOf: URL(fileURLWithPath: drill.scratch.database))
        let problem = try #require(#expect(throws: BackupProblem.self) { try drill.restore() })
        if case .damaged(_, let why) = row.problem(drill), why.isEmpty {
            guard case .damaged = problem else {
                Issue.record("\(problem)")
                return
            }
        } else {
            #expect(problem == row.problem(drill))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: drill.scratch.database)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: drill.scratch.folder.path).allSatisfy { !$0.contains(".re") })
    }

    @Test func `a backup of the first program is brought up to date`() async throws {
        let drill = try await Drill([Self.signUp(1)])
        await drill.store.close()
        try FirstSchema.takeBack(drill.backup, keyFile: drill.scratch.path("passerelle.key"))
        #expect(try drill.restore().signUps == 1)
        let store = try drill.scratch.open()
        #expect(try await registered(store) == [Reference.drawn(1).digits])
        await store.close()
    }

    @Test func `the first program's database is replaced by a backup of this one, and tells what it knows`() async throws {
        let drill = try await Drill([Self.signUp(1)])
        try await drill.store.take(Taking(session: "S9", step: "1", effects: [.optOut], now: .start + 700))
        await drill.store.close()
        try FirstSchema.takeBack(drill.scratch.database, keyFile: drill.scratch.path("passerelle.key"))
        let restored = try drill.restore()
        #expect(restored.knowledge == .whole && restored.stopsKept == 1)
    }
}

extension Drill {
    fileprivate func useAnothersKey() throws {
        let key = "index \(String(repeating: "ab", count: 32))\nseal 1 \(String(repeating: "cd", count: 32))\n"
        try Data(key.utf8).write(to: URL(fileURLWithPath: scratch.path("passerelle.key")))
    }
}
