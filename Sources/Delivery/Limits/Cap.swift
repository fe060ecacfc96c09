import Foundation

/// How many messages of ours one person gets, confirmations and answers apart.
package struct Cap: Equatable, Sendable {
    package var aDay: Int
    /// In 30 days.
    package var aMonth: Int

    package init(aDay: Int, aMonth: Int) {
        self.aDay = aDay
        self.aMonth = aMonth
    }

    /// When the next one may be sent; nil for now, `distantFuture` for never.
    ///
    /// - Parameter lately: when those of the last 30 days were sent, the latest first.
    func free(at now: Date, after lately: [Date]) -> Date? {
        let waits = [(aDay, TimeInterval(86_400)), (aMonth, 30 * 86_400)].compactMap { limit, window -> Date? in
            let counted = lately.filter { now.timeIntervalSince($0) < window }
            guard counted.count >= limit else { return nil }
            // Once the one that fills it is no longer within the window.
            return limit > 0 ? counted[limit - 1].addingTimeInterval(window) : .distantFuture
        }
        return waits.max()
    }
}
