import Foundation

/// The time of an answer as HTTP writes it (RFC 9110 §5.6.7), worded once a second.
struct DateHeader {
    private var second = Int.min
    private var words = ""

    mutating func words(at moment: Date) -> String {
        let now = Int(moment.timeIntervalSince1970.rounded(.down))
        if now != second {
            second = now
            words = Self.words(at: now)
        }
        return words
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func words(at second: Int) -> String {
        var (time, parts) = (time_t(second), tm())
        gmtime_r(&time, &parts)
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { twoDigits($0) }.joined(separator: ":")
        let month = months[Int(parts.tm_mon)]
        return "\(days[Int(parts.tm_wday)]), \(twoDigits(parts.tm_mday)) \(month) \(1900 + parts.tm_year) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
