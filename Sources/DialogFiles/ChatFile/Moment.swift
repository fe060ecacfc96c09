package import Foundation

/// A point in time as a file writes it: `2026-11-24 10:30`, by the clocks of the configured country unless it says otherwise
/// (`2026-11-24T10:30:00Z`, `…+01:00`).
package struct Moment: Hashable, Sendable {
    package var day: DateComponents
    /// Seconds ahead of UTC; nil: the country's time.
    package var offset: Int?

    package init?(parsing text: String) {
        let pattern = /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)? ?(Z|[+-]\d{2}:?\d{2})?/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        func number(_ text: Substring?) -> Int { text.flatMap { Int($0) } ?? 0 }
        day = DateComponents(
            year: number(match.1), month: number(match.2), day: number(match.3), hour: number(match.4), minute: number(match.5),
            second: number(match.6))
        offset = match.7.map { zone in
            guard zone != "Z" else { return 0 }
            let seconds = number(zone.dropFirst().prefix(2)) * 3600 + number(zone.suffix(2)) * 60
            return zone.hasPrefix("-") ? -seconds : seconds
        }
        // A day that does not exist would be moved to one that does.
        let calendar = Self.calendar(in: .gmt)
        guard day.isValidDate(in: calendar) else { return nil }
    }

    package init(_ date: Date, in zone: TimeZone) {
        day = Self.calendar(in: zone).dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        offset = nil
    }

    package func date(in zone: TimeZone) -> Date? {
        let written = offset.map { TimeZone(secondsFromGMT: $0) ?? .gmt } ?? zone
        return Self.calendar(in: written).date(from: day)
    }

    package var text: String {
        func padded(_ number: Int?, _ width: Int = 2) -> String {
            let digits = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = "\(padded(day.year, 4))-\(padded(day.month))-\(padded(day.day)) \(padded(day.hour)):\(padded(day.minute))"
        if let second = day.second, second != 0 { text += ":" + padded(second) }
        guard let offset else { return text }
        return offset == 0 ? text + "Z" : text + (offset < 0 ? "-" : "+") + padded(abs(offset) / 3600) + ":" + padded(abs(offset) / 60 % 60)
    }

    private static func calendar(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}
