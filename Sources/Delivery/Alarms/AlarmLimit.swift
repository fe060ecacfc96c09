package import Foundation

/// At most one SMS an hour to staff of the same thing, whatever the gateways do.
package struct AlarmLimit {
    private struct Key: Hashable {
        var channel: String
        var cause: Alarm.Cause
        var state: Alarm.State
    }

    private static let pause = TimeInterval(3600)

    private var last: [Key: Date] = [:]

    package init() {}

    package mutating func allows(_ alarm: Alarm, at now: Date) -> Bool {
        let key = Key(channel: alarm.channel, cause: alarm.cause, state: alarm.state)
        if let last = last[key], now.timeIntervalSince(last) < Self.pause { return false }
        last[key] = now
        return true
    }
}
