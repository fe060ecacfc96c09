import Foundation
import Store

/// The only clock and the only source of chance of the program; everything else is handed these.
enum World {
    static let clock: @Sendable () -> Date = { Date() }

    static let chance = Chance {
        var system = SystemRandomNumberGenerator()
        return system.next()
    }
}
