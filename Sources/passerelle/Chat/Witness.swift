import Dialogs
import Synchronization

/// Sees the turns that are taken: which screens' words were shown, and whether anything followed from them.
final class Witness: Sendable {
    private struct Seen {
        var screens: Set<ScreenAddress> = []
        var hasEffects = false
    }

    private let seen = Mutex(Seen())

    var screens: Set<ScreenAddress> { seen.withLock { $0.screens } }

    func note(_ turn: Turn) {
        seen.withLock { seen in
            if turn.reply != nil, let screen = turn.record.reached { seen.screens.insert(screen) }
            if !turn.effects.isEmpty { seen.hasEffects = true }
        }
    }

    /// Whether any of the turns since this was last asked changed more than its conversation.
    func takeEffects() -> Bool {
        seen.withLock { seen in
            defer { seen.hasEffects = false }
            return seen.hasEffects
        }
    }
}
