import Synchronization

/// What tasks leave for the loop's thread to do.
final class Mailbox: Sendable {
    enum Letter: Sendable {
        case begin(Call)
        case withdraw(Ticket)
        /// End when nothing is under way any more, and tell this one then.
        case stop(CheckedContinuation<Void, Never>?)
    }

    private struct State {
        var letters: [Letter] = []
        /// Nil when the loop has ended, or never began.
        var multi: MultiHandle?
    }

    private let state: Mutex<State>

    init(waking multi: MultiHandle?) { state = Mutex(State(multi: multi)) }

    /// Whether the loop will read it.
    @discardableResult func post(_ letter: Letter) -> Bool {
        state.withLock { state in
            guard let multi = state.multi else { return false }
            // Behind an unread letter the loop is awake already, or about to be.
            if state.letters.isEmpty { multi.wakeUp() }
            state.letters.append(letter)
            return true
        }
    }

    func collect() -> [Letter] {
        state.withLock { state in
            defer { state.letters.removeAll(keepingCapacity: true) }
            return state.letters
        }
    }

    /// Takes no more, and gives what came last.
    func close() -> [Letter] {
        state.withLock { state in
            defer { state = State(multi: nil) }
            return state.letters
        }
    }
}
