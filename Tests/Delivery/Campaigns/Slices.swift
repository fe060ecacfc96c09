import Synchronization

/// Lets so many through.
final class Slices: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    func areOver() -> Bool {
        left.withLock { left in
            left -= 1
            return left < 0
        }
    }
}
