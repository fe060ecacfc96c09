import Foundation
import Synchronization

/// What waits for the writer, and the writer itself while nothing does.
final class WriterQueue: Sendable {
    enum Work {
        /// What waited, and a slice of bulk work behind it if any waits.
        case batch([any Job], BulkJob?)
        case stop
    }

    private struct State {
        var jobs: [any Job] = []
        var bulk: [BulkJob] = []
        var isClosed = false
        var isAsleep = false
        /// Set once the writer was told to stop.
        var isOver = false
        var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let alarm = DispatchSemaphore(value: 0)
    private let limit: Int
    private let batch: Int

    init(limit: Int, batch: Int) {
        self.limit = limit
        self.batch = batch
    }

    var count: Int { state.withLock { $0.jobs.count } }

    /// False where too many wait already, or none are taken any more.
    func add(_ job: any Job) -> Bool {
        change { state in
            guard !state.isClosed, state.jobs.count < limit else { return false }
            state.jobs.append(job)
            return true
        }
    }

    func add(_ bulk: BulkJob) -> Bool {
        change { state in
            guard !state.isClosed else { return false }
            state.bulk.append(bulk)
            return true
        }
    }

    /// The slice was not the last one.
    func putBack(_ bulk: BulkJob) {
        state.withLock { $0.bulk.append(bulk) }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        change { state in
            state.isClosed = true
            return true
        }
    }

    /// Returns when the writer has done all that there was, after `close`.
    func end() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isOver { state.waitingForEnd.append(continuation) }
                return state.isOver
            }
            if isOver { continuation.resume() }
        }
    }

    /// The next batch; sleeps while there is none. For the writer's own thread.
    func next() -> Work {
        while true {
            if let work = take() { return work }
            alarm.wait()
        }
    }

    /// Wakes the writer where it sleeps and there is something for it.
    @discardableResult
    private func change(_ change: (inout State) -> Bool) -> Bool {
        let (isDone, wakes) = state.withLock { state in
            let isDone = change(&state)
            defer { if isDone { state.isAsleep = false } }
            return (isDone, isDone && state.isAsleep)
        }
        if wakes { alarm.signal() }
        return isDone
    }

    private func take() -> Work? {
        let (work, ended) = state.withLock { state -> (Work?, [CheckedContinuation<Void, Never>]) in
            let jobs = Array(state.jobs.prefix(batch))
            state.jobs.removeFirst(jobs.count)
            let bulk = state.bulk.isEmpty ? nil : state.bulk.removeFirst()
            if !jobs.isEmpty || bulk != nil { return (.batch(jobs, bulk), []) }
            guard state.isClosed else {
                state.isAsleep = true
                return (nil, [])
            }
            state.isOver = true
            defer { state.waitingForEnd = [] }
            return (.stop, state.waitingForEnd)
        }
        for continuation in ended { continuation.resume() }
        return work
    }
}
