import Foundation
import GRDB

/// The database that a backup takes the place of: it knows what happened since, where it can be read, and is kept.
struct OldDatabase {
    let path: String

    init(at path: String) { self.path = path }

    /// Brings what its log holds into the file, as the service does when it ends.
    func whatIsKnown(for backup: DatabaseQueue) throws -> Restored.Knowledge {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0 else { return .none }
        do {
            let queue = try DatabaseQueue(path: path, configuration: Store.configuration())
            defer { try? queue.close() }
            let (isWhole, check) = try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                return (
                    try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok",
                    try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'key-check'")
                )
            }
            // Sealed with chance when the first of them was made: the same in a database and all its copies alone.
            let ours = try backup.read { db in try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'key-check'") }
            guard check == ours else { return .none }
            return isWhole ? .whole : .damaged
        } catch is DatabaseError {
            return .damaged
        }
    }

    /// As `old`, for as long as the work takes.
    func attached(to db: Database, _ work: (Connection) throws -> Void) throws {
        try db.execute(sql: "ATTACH ? AS old", arguments: [path])
        defer { try? db.execute(sql: "DETACH old") }
        try db.inTransaction {
            try work(Connection(alone: db))
            return .commit
        }
    }

    /// Gives it a second name with the time in it; the first is there until another file takes it. A log that could not be brought into it goes
    /// with it: beside another database it would spoil that one.
    func keep(at now: Date) throws(BackupProblem) -> String? {
        guard access(path, F_OK) == 0 else { return nil }
        let style = Date.VerbatimFormatStyle(
            format:
                "\(year: .defaultDigits)\(month: .twoDigits)\(day: .twoDigits)-\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\(second: .twoDigits)",
            timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
        let kept = "\(path).replaced-\(now.formatted(style))"
        unlink(kept)
        guard link(path, kept) == 0 else { throw .cannotWrite(path: kept, why: String(cString: strerror(errno))) }
        if access(path + "-wal", F_OK) == 0 {
            guard rename(path + "-wal", kept + "-wal") == 0 else {
                let why = String(cString: strerror(errno))
                unlink(kept)
                throw .cannotWrite(path: kept + "-wal", why: why)
            }
        }
        unlink(path + "-shm")
        syncFolder(of: path)
        return kept
    }
}
