package import Foundation
import GRDB

/// Puts a backup in the place of a database: looked through first, told what happened since, and swapped at once.
///
/// All is done on a copy beside the database; what goes wrong before the last step has changed nothing.
package struct Restoring {
    let file: String
    let database: String
    let now: Date

    /// - Parameter database: the one that is replaced; the caller holds its `DatabaseLock`.
    package init(_ file: String, over database: String, at now: Date) {
        self.file = file
        self.database = database
        self.now = now
    }

    private var copy: String { database + ".restoring" }
    private var keyFile: KeyFile { KeyFile(besideDatabaseAt: database) }

    package func run() throws -> Restored {
        try refuseWhatIsNoBackup()
        let sealer = try sealer()
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(copy + end) } }
        try copyFile()
        var restored = Restored()
        let log = ErasureLog(besideDatabaseAt: database)
        let old = OldDatabase(at: database)
        do {
            let queue = try DatabaseQueue(path: copy, configuration: Store.configuration())
            try refuseWhatCannotBeRestored(queue, sealer)
            try log.take(linesOf: ErasureLog(besideDatabaseAt: file))
            try Schema.migrator.migrate(queue)
            restored.shows = try queue.read { db in try Connection(alone: db).moment(BackupFile.madeName) }
            restored.knowledge = try old.whatIsKnown(for: queue)
            try queue.writeWithoutTransaction { db in
                try tellWhatHappened(to: db, old, &restored)
                try db.inTransaction {
                    let db = Connection(alone: db)
                    try erase(again: log, in: db, &restored)
                    try settle(db, &restored)
                    return .commit
                }
                // What was erased must not lie in a log either; and one file is swapped, not two.
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
            throw BackupProblem.damaged(path: file, why: error.message ?? "SQLite \(error.resultCode.rawValue)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw BackupProblem.noRoom
        }
        restored.kept = try swap(old)
        return restored
    }

    private func refuseWhatIsNoBackup() throws(BackupProblem) {
        guard access(file, F_OK) == 0 else { throw .notThere(path: file) }
        var log = stat()
        guard !isSameFile(file, database), stat(file + "-wal", &log) != 0 || log.st_size == 0 else { throw .live(path: file) }
    }

    private func sealer() throws -> Sealer {
        guard keyFile.exists else { throw BackupProblem.keyMissing(path: keyFile.path) }
        return Sealer(keys: try keyFile.read())
    }

    private func copyFile() throws {
        for end in ["", "-journal", "-wal", "-shm"] { unlink(copy + end) }
        let (source, target) = (open(file, O_RDONLY | O_CLOEXEC), open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
        defer { for descriptor in [source, target] where descriptor >= 0 { close(descriptor) } }
        guard source >= 0 else { throw BackupProblem.damaged(path: file, why: String(cString: strerror(errno))) }
        guard target >= 0 else { throw BackupProblem.cannotWrite(path: copy, why: String(cString: strerror(errno))) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = read(source, &buffer, buffer.count)
            guard got >= 0 else { throw BackupProblem.damaged(path: file, why: String(cString: strerror(errno))) }
            if got == 0 { return }
            guard write(target, buffer, got) == got else { throw BackupProblem.noRoom }
        }
    }

    private func refuseWhatCannotBeRestored(_ queue: DatabaseQueue, _ sealer: Sealer) throws {
        try queue.read { db in
            let applied = try Schema.migrator.appliedIdentifiers(db)
            let connection = Connection(alone: db)
            guard let first = Schema.migrator.migrations.first, applied.contains(first) else { throw BackupProblem.notOurs(path: file) }
            if let newer = applied.subtracting(Schema.migrator.migrations).max() { throw BackupProblem.newerProgram(migration: newer) }
            let found = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "?"
            guard found == "ok" else { throw BackupProblem.damaged(path: file, why: found) }
            guard try connection.rows("PRAGMA foreign_key_check").isEmpty else {
                throw BackupProblem.damaged(path: file, why: "foreign keys")
            }
            let check = try connection.row("SELECT value FROM setting WHERE name = 'key-check'")?[0] as [UInt8]?
            guard let check, let opened = try? sealer.open(check, .check), opened.elementsEqual(sealer.hash(.check, [])) else {
                throw BackupProblem.keyDoesNotFit(path: keyFile.path)
            }
        }
    }

    private func tellWhatHappened(to db: Database, _ old: OldDatabase, _ restored: inout Restored) throws {
        guard restored.knowledge != .none else { return }
        do {
            try old.attached(to: db) { db in
                let counts = try db.takeOver(at: now)
                restored.stopsKept = counts.stops
                restored.messagesSettled = counts.settled
                restored.messagesEnded = try db.endWhatIsNotKnown(at: now)
            }
        } catch let error as DatabaseError where error.resultCode != .SQLITE_FULL {
            restored.knowledge = .damaged
            // Whatever can be read: one table that can't takes none of the others with it.
            try? old.attached(to: db) { db in restored.stopsKept = try db.takeOverWishes() }
        }
    }

    /// What waits leaves once: what may have left since the backup ends here.
    private func settle(_ db: Connection, _ restored: inout Restored) throws {
        if restored.knowledge != .whole {
            restored.messagesEnded += try db.endWhatMayHaveLeft(by: now)
            // Who has said STOP since is not known: nothing that we begin leaves before somebody says so.
            try db.run(
                "INSERT INTO setting (name, value) VALUES ('sending-paused', ?) ON CONFLICT DO NOTHING", [Data("\(now.milliseconds)".utf8)])
        }
        // Sessions of that time are over; who was in one is not written to for it.
        try db.run("DELETE FROM awaited_end")
        try db.run("DELETE FROM setting WHERE name = ?", [BackupFile.madeName])
        if let shows = restored.shows { try db.note("last-backup", shows) }
        restored.isSendingPaused = try db.row("SELECT 1 FROM setting WHERE name = 'sending-paused'") != nil
        restored.messagesWaiting = try db.int("SELECT count(*) FROM outbox WHERE state = 'queued'")
        restored.contacts = try db.int("SELECT count(*) FROM contact WHERE is_test = 0")
        restored.signUps = try db.int("SELECT count(*) FROM sign_up JOIN contact ON contact.id = contact WHERE is_test = 0")
    }

    private func erase(again log: ErasureLog, in db: Connection, _ restored: inout Restored) throws {
        guard let erasures = try log.read() else { return }
        restored.hasErasureLog = true
        for erasure in erasures { restored.erasedAgain += try db.erase(again: erasure, shown: restored.shows) }
    }

    /// - Returns: where the old database lies from here on.
    private func swap(_ old: OldDatabase) throws -> String? {
        guard chmod(copy, 0o600) == 0, syncFile(copy) else { throw BackupProblem.noRoom }
        let kept = try old.keep(at: now)
        guard rename(copy, database) == 0 else {
            throw BackupProblem.cannotWrite(path: database, why: String(cString: strerror(errno)))
        }
        syncFolder(of: database)
        return kept
    }
}
