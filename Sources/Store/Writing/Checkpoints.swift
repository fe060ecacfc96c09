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
    private let pending = Mutex((jobs: 0, mustEmpty: false))
    private let over = Mutex(false)
    private let logger = Logger(label: "passerelle.store")

    /// Jobs since the last one before a pause is used for it, and before it does not wait for a pause any more.
    private static let atPause = 1_000
    private static let atLatest = 4_000
    /// On a full disk the log must not grow: a turn takes some 30 KB of it.
    private static let whileShort = 30
    /// What a slice of bulk work counts for: a few hundred pages.
    static let jobsInSlice = 50

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
                return pending.mustEmpty
            }
            return pending.mustEmpty || pending.jobs >= (isIdle ? Self.atPause : Self.atLatest)
        }
    }

    func run(_ db: Connection) {
        let mustEmpty = pending.withLock { pending in
            defer { pending = (jobs: 0, mustEmpty: false) }
            return pending.mustEmpty
        }
        write(mustEmpty ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)", db)
    }

    /// Before the database is closed.
    func runLast(_ db: Connection) { write("PRAGMA wal_checkpoint(TRUNCATE)", db) }

    private func write(_ sql: SQL, _ db: Connection) {
        guard !areOver else { return }
        do {
            // Where a reader is in the way, SQLite does what it can, and the next one does the rest.
            try db.run(sql)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_FSYNC {
            over.withLock { $0 = true }
            logger.critical("a sync failed: the log is kept until the service is started anew")
        } catch {
            // The log still holds it all.
        }
    }
}
