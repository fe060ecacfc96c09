import Foundation
import Synchronization

/// What waits for the writer, and the writer itself while nothing does.
final class WriterQueue: Sendable {
    enum Work: Sendable {
        /// What waited, and a slice of bulk work behind it if any waits.
        case batch([any Job], BulkJob?)
        case stop
    }

    private struct State {
        var jobs: [any Job] = []
        var bulk: [BulkJob] = []
        var isClosed = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    private let limit: Int
    private let batch: Int

    init(limit: Int, batch: Int) {
        self.limit = limit
        self.batch = batch
    }

    var count: Int { state.withLock { $0.jobs.count } }

    /// False where too many wait already, or none are taken any more.
    func add(_ job: any Job) -> Bool {
        let (isTaken, sleeper) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isClosed, state.jobs.count < limit else { return (false, nil) }
            state.jobs.append(job)
            defer { state.sleeper = nil }
            return (true, state.sleeper)
        }
        sleeper?.resume()
        return isTaken
    }

    func add(_ bulk: BulkJob) -> Bool {
        let (isTaken, sleeper) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isClosed else { return (false, nil) }
            state.bulk.append(bulk)
            defer { state.sleeper = nil }
            return (true, state.sleeper)
        }
        sleeper?.resume()
        return isTaken
    }

    /// The slice was not the last one.
    func putBack(_ bulk: BulkJob) {
        state.withLock { $0.bulk.append(bulk) }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        let sleeper = state.withLock { state in
            state.isClosed = true
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
    }

    /// The next batch; sleeps while there is none.
    func next() async -> Work {
        while true {
            if let work = take() { return work }
            await withCheckedContinuation { continuation in
                let isAwake = state.withLock { state in
                    if state.isClosed || !state.jobs.isEmpty || !state.bulk.isEmpty { return true }
                    state.sleeper = continuation
                    return false
                }
                if isAwake { continuation.resume() }
            }
        }
    }

    private func take() -> Work? {
        state.withLock { state in
            let jobs = Array(state.jobs.prefix(batch))
            state.jobs.removeFirst(jobs.count)
            let bulk = state.bulk.isEmpty ? nil : state.bulk.removeFirst()
            if !jobs.isEmpty || bulk != nil { return .batch(jobs, bulk) }
            return state.isClosed ? .stop : nil
        }
    }
}
