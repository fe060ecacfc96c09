import Synchronization

/// When the log is written back into the database: between two batches, on the writer's own connection.
///
/// A second connection that checkpoints beside the writer can corrupt the file with SQLite from 3.7.0 to 3.51.2.
final class Checkpoints: Sendable {
    private let pending = Mutex((jobs: 0, mustEmpty: false))

    /// Jobs since the last one before a pause is used for it, and before it does not wait for a pause any more.
    private static let atPause = 1_000
    private static let atLatest = 4_000

    /// After an erasure the log must not keep what the database has given up.
    func emptyLogSoon() { pending.withLock { $0.mustEmpty = true } }

    func isDue(after jobs: Int, isIdle: Bool) -> Bool {
        pending.withLock { pending in
            pending.jobs += jobs
            return pending.mustEmpty || pending.jobs >= (isIdle ? Self.atPause : Self.atLatest)
        }
    }

    func run(_ db: Connection) {
        let mustEmpty = pending.withLock { pending in
            defer { pending = (jobs: 0, mustEmpty: false) }
            return pending.mustEmpty
        }
        // Where a reader is in the way, SQLite does what it can, and the next one does the rest.
        try? db.run(mustEmpty ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)")
    }
}
