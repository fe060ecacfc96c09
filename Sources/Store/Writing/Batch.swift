import Foundation

/// One transaction for all that waited.
///
/// At first without savepoints, for which SQLite copies every page that a turn touches; where one of the jobs fails, once more with a
/// savepoint for each, so that it fails alone.
struct Batch {
    enum Fate {
        case done
        case withdrawn
        case failed(any Error)
    }

    var jobs: [any Job]
    /// When a job that arrived then is given up by those who wait for it.
    var patience: TimeInterval
    var clock: @Sendable () -> Date
    /// Told why a transaction was lost, before what was in it is tried again.
    var space: DiskSpace?

    /// The fate of each job, in their order; nothing is told to anybody before it is durable.
    func run(_ db: Connection) -> [Fate] {
        var fates = [Fate?](repeating: nil, count: jobs.count)
        if !runTogether(db, &fates, isParted: false), !runTogether(db, &fates, isParted: true) {
            // SQLite has dropped the transaction (SQLITE_FULL, IOERR and NOMEM end all of it, savepoints and all), or it could not be
            // committed: what the jobs gave is worth nothing, and each gets one try of its own.
            for index in jobs.indices {
                if case .withdrawn = fates[index] { continue }
                fates[index] = runAlone(jobs[index], db)
            }
        }
        return fates.map { $0 ?? .failed(StoreProblem.notDurable) }
    }

    /// False where nothing of it is durable.
    private func runTogether(_ db: Connection, _ fates: inout [Fate?], isParted: Bool) -> Bool {
        defer { Self.abandon(db) }
        do {
            try db.run("BEGIN IMMEDIATE")
            for index in jobs.indices {
                guard isWanted(jobs[index]) else {
                    fates[index] = .withdrawn
                    continue
                }
                if isParted { try db.run("SAVEPOINT job") }
                do {
                    try jobs[index].attempt(db)
                    guard db.isInsideTransaction else { return false }
                    fates[index] = .done
                } catch {
                    guard isParted, db.isInsideTransaction else {
                        space?.heed(error)
                        return false
                    }
                    try db.run("ROLLBACK TO job")
                    fates[index] = .failed(error)
                }
                if isParted { try db.run("RELEASE job") }
            }
            try db.run("COMMIT")
            return !db.isInsideTransaction
        } catch {
            space?.heed(error)
            return false
        }
    }

    private func runAlone(_ job: any Job, _ db: Connection) -> Fate {
        guard isWanted(job) else { return .withdrawn }
        defer { Self.abandon(db) }
        do {
            try db.run("BEGIN IMMEDIATE")
            try job.attempt(db)
            try db.run("COMMIT")
            return .done
        } catch {
            space?.heed(error)
            return .failed(error)
        }
    }

    private func isWanted(_ job: any Job) -> Bool {
        job.arrived.map { clock().timeIntervalSince($0) < patience } ?? true
    }

    static func abandon(_ db: Connection) {
        if db.isInsideTransaction { try? db.run("ROLLBACK") }
    }
}
