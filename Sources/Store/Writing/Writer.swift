import Foundation
import GRDB
import Logging
import Metrics
import Synchronization

/// The one who writes: a thread that takes what waits, commits it at once, and only then tells those who wait.
///
/// It is a thread of its own and no task: GRDB rolls a write back when the task that carries it is cancelled, and a caller that gives up
/// must not throw away everybody's turns. Nor does a batch then have to be handed from one thread to the next.
final class Writer: Sendable {
    private let queue: WriterQueue
    private let database: any DatabaseWriter
    private let limits: StoreLimits
    private let clock: @Sendable () -> Date
    private let checkpoints: Checkpoints?
    private let space: DiskSpace?
    private let logger = Logger(label: "passerelle.store")
    private let metrics = WriterMetrics()
    private let counts = Mutex(WriterCounts())
    private let failing = Mutex(false)
    private let statements = StatementCache()

    init(
        _ database: any DatabaseWriter, limits: StoreLimits, checkpoints: Checkpoints?, space: DiskSpace? = nil,
        clock: @escaping @Sendable () -> Date
    ) {
        self.database = database
        self.limits = limits
        self.clock = clock
        self.checkpoints = checkpoints
        self.space = space
        queue = WriterQueue(limit: limits.queue, batch: limits.batch)
    }

    func start() {
        let thread = Thread { self.run() }
        thread.name = "writer"
        thread.start()
    }

    var waiting: Int { queue.count }
    var counted: WriterCounts { counts.withLock { $0 } }
    var isFailing: Bool { failing.withLock { $0 } }

    /// Waits until the work is durable or will never be; the caller's own cancellation changes nothing.
    func write<Value: Sendable>(arrived: Date?, _ work: @escaping @Sendable (Connection) throws -> Value) async -> WriteFate<Value> {
        await withUnsafeContinuation { waiting in
            let job = AnsweredJob(arrived: arrived, waiting: waiting, work: work)
            if !queue.add(job) {
                metrics.refused.increment()
                job.refuse()
            }
        }
    }

    /// Behind everything that people wait for, slice by slice.
    func bulk(_ slice: @escaping @Sendable (Connection) throws -> Bool) async throws {
        let result = await withCheckedContinuation { waiting in
            let job = BulkJob(slice: slice, waiting: waiting)
            if !queue.add(job) { waiting.resume(returning: .failure(StoreProblem.notDurable)) }
        }
        try result.get()
    }

    /// Takes nothing more, and returns when all that waited is done.
    func stop() async {
        queue.close()
        await queue.end()
        statements.empty()
    }

    /// As `stop`, for where nobody can wait.
    func close() { queue.close() }

    private func run() {
        while case .batch(let jobs, let bulk) = queue.next() {
            if !jobs.isEmpty { run(jobs) }
            if let bulk { run(bulk) }
        }
    }

    private func onConnection<Value>(_ work: (Connection) throws -> Value) throws -> Value {
        try database.writeWithoutTransaction { db in try work(Connection(db: db, statements: statements)) }
    }

    private func run(_ jobs: [any Job]) {
        let begun = ContinuousClock.now
        let batch = Batch(jobs: jobs, patience: limits.patienceSeconds, clock: clock, space: space)
        let known = (try? onConnection { db in batch.run(db) }) ?? []
        let fates = jobs.indices.map { $0 < known.count ? known[$0] : .failed(StoreProblem.notDurable) }
        // Counted before anybody is told, so that whoever asks next sees it.
        report(fates, took: ContinuousClock.now - begun)
        for (job, fate) in zip(jobs, fates) {
            switch fate {
            case .done: job.succeed()
            case .withdrawn: job.withdraw()
            case .failed(let error): job.fail(error)
            }
        }
        writeBack(after: jobs.count)
    }

    private func writeBack(after jobs: Int) {
        guard let checkpoints, checkpoints.isDue(after: jobs, isIdle: queue.count == 0, in: space?.room ?? .enough) else { return }
        try? onConnection { db in checkpoints.run(db) }
    }

    private func run(_ bulk: BulkJob) {
        let result = Result {
            try onConnection { db in
                defer { Batch.abandon(db) }
                try db.run("BEGIN IMMEDIATE")
                let isMore = try bulk.slice(db)
                try db.run("COMMIT")
                return isMore
            }
        }
        if case .failure(let error) = result { space?.heed(error) }
        writeBack(after: Checkpoints.jobsInSlice)
        switch result {
        case .success(true): queue.putBack(bulk)
        case .success(false): bulk.waiting.resume(returning: .success(()))
        case .failure(let error): bulk.waiting.resume(returning: .failure(error))
        }
    }

    private func report(_ fates: [Batch.Fate], took: Duration) {
        var done = 0
        var withdrawn = 0
        var failure: (any Error)?
        for fate in fates {
            switch fate {
            case .done: done += 1
            case .withdrawn: withdrawn += 1
            case .failed(let error): failure = error
            }
        }
        counts.withLock { counts in
            counts.writes += done
            counts.batches += 1
        }
        metrics.done.increment(by: done)
        metrics.withdrawn.increment(by: withdrawn)
        metrics.batches.increment()
        metrics.batchTime.recordNanoseconds(took.nanoseconds)
        metrics.waiting.record(queue.count)
        if let error = failure as? DatabaseError {
            metrics.failed.increment()
            // The code alone: SQLite's message and GRDB's arguments can hold what a person wrote.
            logger.error("could not be made durable", metadata: ["sqlite": "\(error.extendedResultCode.rawValue)"])
        }
        failing.withLock { $0 = failure is DatabaseError || failure as? StoreProblem == .notDurable }
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
