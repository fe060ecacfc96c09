/// How many turns of one contact are a person's; more is another machine that answers us.
package struct TurnLimits: Equatable, Sendable {
    package var aMinute: Int
    package var anHour: Int

    /// DIALOGS §4: nobody types as fast; an hour of it is a loop that rests in between.
    package static let standard = TurnLimits(aMinute: 20, anHour: 250)

    /// DIALOGS §4: how long a contact is cut off that went over them.
    static let cutOff = Duration.seconds(3600)

    package init(aMinute: Int, anHour: Int) {
        self.aMinute = aMinute
        self.anHour = anHour
    }
}

/// The turns of one contact in windows that begin with their first turn.
struct TurnCount: Equatable {
    var minuteFrom: Int64
    var minute: Int
    var hourFrom: Int64
    var hour: Int

    static let none = TurnCount(minuteFrom: 0, minute: 0, hourFrom: 0, hour: 0)

    /// With one more at `now`. A window that begins in the future is of a clock that was put back since: a new one begins.
    func counting(at now: Int64) -> TurnCount {
        var count = self
        if now < minuteFrom || now - minuteFrom >= 60_000 { (count.minuteFrom, count.minute) = (now, 0) }
        if now < hourFrom || now - hourFrom >= 3_600_000 { (count.hourFrom, count.hour) = (now, 0) }
        count.minute += 1
        count.hour += 1
        return count
    }

    func exceeds(_ limits: TurnLimits) -> Bool { minute > limits.aMinute || hour > limits.anHour }
}
