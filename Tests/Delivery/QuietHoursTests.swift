import Delivery
import Foundation
import Testing

struct QuietHoursTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var label: String
        var hours: (String, String) = ("21:00", "08:00")
        var zones = ["Africa/Douala"]
        var now: String
        /// nil where it is not quiet.
        var end: String?

        var testDescription: String { label }
    }

    static let cases = [
        Case(label: "by day nothing waits", now: "2026-11-27T12:00:00Z", end: nil),
        Case(label: "in the evening until the morning", now: "2026-11-27T20:30:00Z", end: "2026-11-28T07:00:00Z"),
        Case(label: "after midnight until the same morning", now: "2026-11-27T02:00:00Z", end: "2026-11-27T07:00:00Z"),
        Case(label: "the first minute of quiet", now: "2026-11-27T20:00:00Z", end: "2026-11-28T07:00:00Z"),
        Case(label: "the last minute of quiet", now: "2026-11-27T06:59:00Z", end: "2026-11-27T07:00:00Z"),
        Case(label: "quiet hours by day", hours: ("12:00", "14:00"), now: "2026-11-27T12:00:00Z", end: "2026-11-27T13:00:00Z"),
        Case(label: "no quiet hours at all", hours: ("08:00", "08:00"), now: "2026-11-27T02:00:00Z", end: nil),
        Case(
            label: "one of two clocks is quiet", zones: ["America/St_Johns", "America/Los_Angeles"], now: "2026-11-27T12:00:00Z",
            end: "2026-11-27T16:00:00Z"),
        Case(
            label: "the end by one clock is quiet by the other", zones: ["Europe/Kaliningrad", "Asia/Kamchatka"],
            now: "2026-11-27T05:00:00Z", end: "2026-11-27T06:00:00Z"),
    ]

    @Test(arguments: cases)
    func `messages wait`(_ row: Case) throws {
        let quiet = try #require(QuietHours(from: row.hours.0, to: row.hours.1))
        let zones = try row.zones.map { try #require(TimeZone(identifier: $0)) }
        let end = quiet.end(at: try Date(row.now, strategy: .iso8601), in: zones)
        #expect(end == (try row.end.map { try Date($0, strategy: .iso8601) }))
    }

    @Test(arguments: ["", "24:00", "8", "08:60", "a:b"])
    func `what is no time of day is none`(_ text: String) {
        #expect(QuietHours(from: text, to: "08:00") == nil)
    }
}
