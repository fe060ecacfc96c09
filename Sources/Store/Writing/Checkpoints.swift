import GRDB
import Logging
import Synchronization

/// When the log is written back into the database: between two batches, on the writer's own connection.
///
/// A second connection that checkpoints beside the writer can corrupt the file with SQLite from 3.7.0 to 3.51.2.
///
/// Where a sync fails in it, there are no more of them in this process. The kernel takes for clean what it could not write, so that the
/// next sync would succeed and the log be thrown away with pages in it that are nowhere else; SQLite remembers which part of the log it
/// has written back, synced or not, until all connections are gone. The next start writes the whole log back.
final class Checkpoints: Sendable {
    private struct Pending {
        var jobs = 0
        var mustEmpty = false
        /// Jobs to be waited for until the log is tried to be emptied once more, where a reader was in the way.
        var pause = 0
    }

    private let pending = Mutex(Pending())
    private let over = Mutex(false)
    private let logger = Logger(label: "passerelle.store")

    /// Jobs since the last one before a pause is used for it, and before it does not wait for a pause any more.
    private static let atPause = 1_000
    private static let atLatest = 4_000
    /// On a full disk the log must not grow: a turn takes some 30 KB of it.
    private static let whileShort = 30
    /// What a slice of bulk work counts for: a few hundred pages.
    static let jobsInSlice = 50
    private static let shortestPause = 16

    /// How long anything but a checkpoint waits for another process, in seconds.
    static let patience = 5.0

    /// After an erasure the log must not keep what the database has given up.
    func emptyLogSoon() { pending.withLock { $0.mustEmpty = true } }

    /// Whether a sync has failed: what is committed is safe in the log, which grows until a restart.
    var areOver: Bool { over.withLock { $0 } }

    func isDue(after jobs: Int, isIdle: Bool, in room: Room) -> Bool {
        pending.withLock { pending in
            pending.jobs += jobs
            guard room == .enough else {
                // The log's own room is given back, and it takes no more.
                if pending.jobs >= Self.whileShort { pending.mustEmpty = true }
                return pending.mustEmpty && pending.jobs >= pending.pause
            }
            return pending.mustEmpty && pending.jobs >= pending.pause || pending.jobs >= (isIdle ? Self.atPause : Self.atLatest)
        }
    }

    /// Where a reader is in the way, SQLite does what it can, and the next one does the rest: nobody's turn waits for it.
    func run(_ db: Connection) {
        let mustEmpty = pending.withLock { pending in
            pending.jobs = 0
            return pending.mustEmpty
        }
        guard mustEmpty else {
            _ = write("PRAGMA wal_checkpoint(PASSIVE)", db)
            return
        }
        let isEmpty = emptyLog(db)
        pending.withLock { pending in
            pending.mustEmpty = !isEmpty
            // A log that nobody can empty grows, and so does the work of looking through it.
            pending.pause = isEmpty ? 0 : min(max(Self.shortestPause, pending.pause * 2), Self.atLatest)
        }
    }

    /// Before the database is closed.
    func runLast(_ db: Connection) { _ = emptyLog(db) }

    /// False where a reader is in the way.
    private func emptyLog(_ db: Connection) -> Bool {
        try? db.run("PRAGMA busy_timeout = 0")
        defer { try? db.run("PRAGMA busy_timeout = \(Int(Self.patience * 1000))") }
        return write("PRAGMA wal_checkpoint(TRUNCATE)", db)
    }

    /// Whether all of it was done.
    private func write(_ sql: SQL, _ db: Connection) -> Bool {
        guard !areOver else { return false }
        do {
            return try db.int(sql) == 0
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_FSYNC {
            over.withLock { $0 = true }
            logger.critical("a sync failed: the log is kept until the service is started anew")
        } catch {
            // The log still holds it all.
        }
        return false
    }
}
