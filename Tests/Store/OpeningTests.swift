import Dialogs
import Foundation
import GRDB
import Store
import Testing

struct OpeningTests {
    private func problem(_ work: () throws -> Store) -> StoreProblem? {
        do {
            _ = try work()
            return nil
        } catch {
            return error as? StoreProblem
        }
    }

    @Test func `a key that was made for another database is told in words`() async throws {
        let (ours, others) = (try Scratch(), try Scratch())
        await (try ours.open()).close()
        let store = try Store.open(at: others.database, clock: { .start }, chance: .seeded(8))
        await store.close()
        try FileManager.default.removeItem(atPath: ours.path("passerelle.key"))
        try FileManager.default.copyItem(atPath: others.path("passerelle.key"), toPath: ours.path("passerelle.key"))
        let problem = problem { try ours.open() }
        #expect(problem == .keyDoesNotFit(path: ours.path("passerelle.key")))
        #expect(problem?.words.french.contains("n'est pas celle de cette base") == true)
        #expect(self.problem { try Store.openToRead(at: ours.database) } == .keyDoesNotFit(path: ours.path("passerelle.key")))
    }

    @Test func `a lost key is never replaced by a new one`() async throws {
        let scratch = try Scratch()
        await (try scratch.open()).close()
        try FileManager.default.removeItem(atPath: scratch.path("passerelle.key"))
        #expect(problem { try scratch.open() } == .keyMissing(path: scratch.path("passerelle.key")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("passerelle.key")))
    }

    @Test func `a key file with anything else in it is told`() async throws {
        let scratch = try Scratch()
        await (try scratch.open()).close()
        try Data("index 00ff\n".utf8).write(to: URL(fileURLWithPath: scratch.path("passerelle.key")))
        #expect(problem { try scratch.open() } == .keyUnreadable(path: scratch.path("passerelle.key")))
    }

    @Test func `the database of a newer program is refused`() async throws {
        let scratch = try Scratch()
        await (try scratch.open()).close()
        let queue = try DatabaseQueue(path: scratch.database)
        try await queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099-01-01 later')") }
        try queue.close()
        #expect(problem { try scratch.open() } == .newerProgram(migration: "2099-01-01 later"))
        #expect(problem { try Store.openToRead(at: scratch.database) } == .newerProgram(migration: "2099-01-01 later"))
    }

    @Test func `a file that is no database is told`() throws {
        let scratch = try Scratch()
        try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: scratch.database))
        try Data("# none".utf8).write(to: URL(fileURLWithPath: scratch.path("other.key")))
        #expect(problem { try scratch.open() } == .keyMissing(path: scratch.path("passerelle.key")))
        let key = "index \(String(repeating: "ab", count: 32))\nseal 1 \(String(repeating: "cd", count: 32))\n"
        try Data(key.utf8).write(to: URL(fileURLWithPath: scratch.path("passerelle.key")))
        #expect(problem { try scratch.open() } == .notADatabase(path: scratch.database))
    }

    @Test func `reading needs a database`() throws {
        let scratch = try Scratch()
        #expect(problem { try Store.openToRead(at: scratch.database) } == .noDatabase(path: scratch.database))
        #expect(!FileManager.default.fileExists(atPath: scratch.database))
    }

    @Test func `a folder that is not there is told`() throws {
        let scratch = try Scratch()
        let problem = problem { try Store.open(at: scratch.path("none/passerelle.sqlite"), clock: { .start }, chance: .seeded(1)) }
        guard case .cannotOpen = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
    }

    @Test func `a second process finds the lock held, and free when the first is gone`() throws {
        let scratch = try Scratch()
        let first = try DatabaseLock(ofDatabaseAt: scratch.database)
        #expect(throws: StoreProblem.inUse(path: scratch.database)) { try DatabaseLock(ofDatabaseAt: scratch.database) }
        withExtendedLifetime(first) {}
    }

    @Test func `the lock is let go of`() throws {
        let scratch = try Scratch()
        do { _ = try DatabaseLock(ofDatabaseAt: scratch.database) }
        #expect(throws: Never.self) { try DatabaseLock(ofDatabaseAt: scratch.database) }
    }

    @Test func `the file is written as the design says`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        let facts = try await store.facts()
        #expect(facts.check == ["ok"])
        #expect(facts.keyFits)
        #expect(facts.live == Taking.version)
        #expect(
            facts.migrations == [
                "2026-11-25 first", "2026-11-25 messages", "2026-11-27 campaigns", "2026-11-27 campaigns and doubt", "2026-11-27 dense",
                "2026-11-27 leaving", "2026-11-27 said",
            ])
        #expect(facts.counts["contact"] == 0)
        let queue = try DatabaseQueue(path: scratch.database)
        let (mode, loose) = try await queue.read { db in
            (
                try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                try String.fetchAll(db, sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'")
            )
        }
        #expect(mode == "wal")
        #expect(loose.filter { !$0.hasPrefix("sqlite_") && $0 != "grdb_migrations" } == [])
        await store.close()
    }

    @Test func `a service is read beside while it runs`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted())]))
        let reader = try Store.openToRead(at: scratch.database)
        #expect(try await reader.allSignUps.count == 1)
        await #expect(throws: StoreProblem.notDurable) { try await reader.makeLive(Taking.version, by: "nobody", at: .start) }
        await reader.close()
        await store.close()
    }
}
