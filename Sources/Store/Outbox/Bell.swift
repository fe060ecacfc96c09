import Synchronization

/// Wakes whoever sends: something was queued. Rung inside the transaction; who is woken asks the writer, and so comes behind it.
package final class Bell: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    init() {}

    /// From now on, for one listener; rings that it has not heard yet count as one. A stream that is given up ends no other's.
    package var rings: AsyncStream<Void> {
        let (rings, ringing) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = ringing
            return state.next
        }
        ringing.onTermination = { [weak self] _ in
            guard let self else { return }
            _ = state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return rings
    }

    package func ring() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }
}
