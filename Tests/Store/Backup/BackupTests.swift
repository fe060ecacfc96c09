import Dialogs
import Foundation
import GRDB
import Store
import Synchronization
import Testing
import Texting

struct BackupTests {
    /// A copy in steps so small that many turns come between them.
    private static func pace(_ rest: @escaping @Sendable () async -> Void = {}, goesOn: @escaping @Sendable () -> Bool = { true })
        -> BackupPace
    {
        BackupPace(pages: 3, rest: { _ in await rest() }, goesOn: goesOn)
    }

    private static func turn(_ index: Int) -> Taking {
        let number = PhoneNumber(e164: "+2376700000\(index < 10 ? "0" : "")\(index)")
        return Taking(
            number: number, session: "S\(index)", isOver: true, effects: [.signUp(.drafted(.drawn(UInt64(index))))], words: "\(index)")
    }

    @Test func `a copy holds what was taken while it was made, and never begins anew`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        for index in 0..<20 { try await store.take(Self.turn(index)) }
        let next = Mutex(20)
        let copied = Mutex<[Int]>([])
        let file = BackupFile(scratch.path("backup.sqlite"))
        let pace = Self.pace {
            let index = next.withLock { next in
                defer { next += 1 }
                return next
            }
            if index < 60 { try? await store.take(Self.turn(index)) }
        }
        let moment = try await store.copy(to: file.part, pace, clock: { .start + 9 }) { done in copied.withLock { $0.append(done.copied) } }
        #expect(moment == .start + 9)
        #expect(copied.withLock { $0.count } > 20)
        #expect(copied.withLock { $0 == $0.sorted() }, "a step that has fewer pages behind it than the one before")
        _ = try file.finish(showing: moment)
        let taken = try await store.allSignUps.count
        #expect(taken > 30)
        await store.close()

        let alone = try Scratch()
        try FileManager.default.moveItem(atPath: file.path, toPath: alone.database)
        try FileManager.default.copyItem(atPath: scratch.path("passerelle.key"), toPath: alone.path("passerelle.key"))
        let reader = try Store.openToRead(at: alone.database)
        #expect(try await reader.allSignUps.count == taken)
        await reader.close()
    }

    @Test func `nothing keeps the log from being written back between two steps`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        for index in 0..<9 { try await store.take(Self.turn(index)) }
        let isHeld = Mutex<[Bool]>([])
        let path = scratch.database
        let pace = Self.pace {
            guard isHeld.withLock({ $0.isEmpty }) else { return }
            let log = try? await DatabaseQueue(path: path).writeWithoutTransaction { db in
                try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Bool }
            }
            isHeld.withLock { $0.append(log ?? true) }
        }
        _ = try await store.copy(to: scratch.path("backup.part"), pace, clock: { .start }) { _ in }
        #expect(isHeld.withLock { $0 } == [false])
        await store.close()
    }

    @Test func `it is one file that opens by itself, for its owner alone`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Self.turn(1))
        let file = BackupFile(scratch.path("backup.sqlite"))
        let size = try file.finish(showing: try await store.copy(to: file.part, Self.pace(), clock: { .start }) { _ in })
        await store.close()
        let facts = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(facts[.size] as? Int == size)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        let (mode, found) = try await queue.read { db in
            (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try String.fetchOne(db, sql: "PRAGMA integrity_check"))
        }
        #expect(mode == "delete" && found == "ok")
        try queue.close()
        let beside = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).filter { $0.hasPrefix("backup") }
        #expect(beside == ["backup.sqlite"])
    }

    @Test func `one that is given up leaves no half file, and the one before as it was`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        for index in 0..<9 { try await store.take(Self.turn(index)) }
        let file = BackupFile(scratch.path("backup.sqlite"))
        _ = try file.finish(showing: try await store.copy(to: file.part, Self.pace(), clock: { .start }) { _ in })
        let before = try Data(contentsOf: URL(fileURLWithPath: file.path))
        let steps = Mutex(0)
        await #expect(throws: BackupProblem.stopped) {
            _ = try await store.copy(to: file.part, Self.pace(goesOn: { steps.withLock { $0 < 3 } }), clock: { .start }) { _ in
                steps.withLock { $0 += 1 }
            }
        }
        #expect(steps.withLock { $0 } == 3)
        #expect(!FileManager.default.fileExists(atPath: file.part))
        #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == before)
        try await store.take(Self.turn(10))
        #expect(try await store.allSignUps.count == 10, "turns go on")
        await store.close()
    }

    @Test func `a copy that can't be read back takes no place`() async throws {
        let scratch = try Scratch()
        let file = BackupFile(scratch.path("backup.sqlite"))
        try Data(repeating: 0x41, count: 9_000).write(to: URL(fileURLWithPath: file.part))
        #expect(throws: StoreProblem.notADatabase(path: file.part)) { try file.finish(showing: .start) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
    }

    @Test func `only an older backup of the same database is replaced unasked`() async throws {
        let (ours, others) = (try Scratch(), try Scratch())
        await (try ours.open()).close()
        await (try Store.open(at: others.database, clock: { .start }, chance: .seeded(8))).close()
        for scratch in [ours, others] {
            let file = BackupFile(scratch.path("backup.sqlite"))
            let moment = try Store.copy(databaseAt: scratch.database, to: file.part, clock: { .start }) { _ in }
            _ = try file.finish(showing: moment)
        }
        try Data("notes".utf8).write(to: URL(fileURLWithPath: ours.path("notes")))
        try FileManager.default.copyItem(atPath: ours.database, toPath: ours.path("copy.sqlite"))
        let refused = [ours.path("notes"), others.path("backup.sqlite"), ours.path("copy.sqlite")]
        for path in refused {
            #expect(throws: BackupProblem.notOurs(path: path)) { try BackupFile(path).mayBeMade(of: ours.database, .older) }
            #expect(throws: Never.self) { try BackupFile(path).mayBeMade(of: ours.database, .anything) }
        }
        for path in [ours.path("backup.sqlite"), ours.path("new.sqlite")] {
            #expect(throws: Never.self) { try BackupFile(path).mayBeMade(of: ours.database, .older) }
        }
        #expect(throws: BackupProblem.live(path: ours.database)) { try BackupFile(ours.database).mayBeMade(of: ours.database, .anything) }
    }

    @Test func `the last one is remembered, also where an older program made the database`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        #expect(try await store.lastBackup() == nil)
        try await store.keptBackup(of: .start + 5)
        #expect(try await store.lastBackup() == .start + 5)
        await store.close()
        try FirstSchema.takeBack(scratch.database, keyFile: scratch.path("passerelle.key"))
        let file = BackupFile(scratch.path("backup.sqlite"))
        _ = try file.finish(showing: try Store.copy(databaseAt: scratch.database, to: file.part, clock: { .start }) { _ in })
        try Store.keptBackup(of: .start + 7, databaseAt: scratch.database)
        #expect(throws: StoreProblem.olderProgram(path: scratch.database), "a backup brings nothing up to date") {
            try Store.openToRead(at: scratch.database)
        }
        let after = try scratch.open()
        #expect(try await after.lastBackup() == .start + 7)
        await after.close()
    }
}
