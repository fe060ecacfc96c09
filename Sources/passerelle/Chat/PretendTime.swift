import Foundation
import Store
import Synchronization

/// The clock of a conversation that is played: it stands still until it is told to move.
final class PretendTime: Sendable {
    private let moment: Mutex<Date>

    init(_ start: Date) { moment = Mutex(start) }

    var now: Date { moment.withLock { $0 } }

    /// Never back.
    func reach(_ later: Date) { moment.withLock { $0 = max($0, later) } }

    func pass(_ duration: Duration) {
        moment.withLock { $0 += TimeInterval(duration.components.seconds) + TimeInterval(duration.components.attoseconds) / 1e18 }
    }
}

/// Chance that is the same in every run: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
final class SeededChance: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed) }

    var chance: Chance { Chance { self.next() } }

    private func next() -> UInt64 {
        var mixed = state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
