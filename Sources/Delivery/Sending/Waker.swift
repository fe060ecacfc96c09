import Synchronization

/// Lets one task sleep until it is rung for, or until its time is over; a ring that comes before is not lost.
final class Waker: Sendable {
    private struct State {
        var isRung = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring() {
        let sleeper = state.withLock { state in
            defer { state.sleeper = nil }
            if state.sleeper == nil { state.isRung = true }
            return state.sleeper
        }
        sleeper?.resume()
    }

    func wait(atMost limit: Duration) async {
        let alarm = Task {
            try await Task.sleep(for: limit)
            ring()
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { sleeper in
                let isRung = state.withLock { state in
                    defer { state.isRung = false }
                    if !state.isRung, !Task.isCancelled { state.sleeper = sleeper }
                    return state.isRung || Task.isCancelled
                }
                if isRung { sleeper.resume() }
            }
        } onCancel: {
            ring()
        }
        alarm.cancel()
    }
}
