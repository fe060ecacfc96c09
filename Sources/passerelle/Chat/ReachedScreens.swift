import Dialogs
import Synchronization

/// Notes the screens whose words were shown.
final class ReachedScreens: Sendable {
    private let screens = Mutex<Set<ScreenAddress>>([])

    var all: Set<ScreenAddress> { screens.withLock { $0 } }

    func note(_ screen: ScreenAddress) {
        screens.withLock { _ = $0.insert(screen) }
    }
}
