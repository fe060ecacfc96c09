package import Foundation
import Texting

/// The hours in which nothing that we begin wakes anybody, by the clock of where they are.
package struct QuietHours: Equatable, Sendable {
    /// Minutes of the day; where the first is the later one, they run through midnight.
    package var from: Int
    package var to: Int

    /// `21:00`; nil where one of them is no time of day.
    package init?(from: String, to: String) {
        guard let from = Self.minutes(from), let to = Self.minutes(to) else { return nil }
        self.from = from
        self.to = to
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour), (0..<60).contains(minute) else {
            return nil
        }
        return hour * 60 + minute
    }

    /// When they end where it is now quiet in one of the zones; nil where it is in none.
    ///
    /// - Parameter zones: all that a number's country has: it may be in any of them.
    package func end(at now: Date, in zones: [TimeZone]) -> Date? {
        var end: Date?
        // Where one zone's quiet ends in another's, that one is asked for too; a country is never quiet for a whole day.
        for _ in 0..<zones.count {
            let moment = end ?? now
            guard let next = zones.compactMap({ self.end(at: moment, in: $0) }).max() else { break }
            end = next
        }
        return end
    }

    private func end(at now: Date, in zone: TimeZone) -> Date? {
        guard from != to else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.hour, .minute], from: now)
        let minute = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
        let isQuiet = from < to ? (from..<to).contains(minute) : minute >= from || minute < to
        guard isQuiet else { return nil }
        return calendar.nextDate(
            after: now, matching: DateComponents(hour: to / 60, minute: to % 60, second: 0), matchingPolicy: .nextTime)
    }
}
