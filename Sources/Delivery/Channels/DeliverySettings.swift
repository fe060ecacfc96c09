package import Foundation
package import Texting

/// What holds for all that leaves.
package struct DeliverySettings: Sendable {
    package var channels: [OutgoingChannel]
    package var routes: Routes
    package var country: Country
    /// The service's own: days and budgets are counted in it, and numbers of its country keep its quiet hours.
    package var timeZone: TimeZone
    /// nil where messages may come at any hour.
    package var quiet: QuietHours?
    /// nil where nobody is spared.
    package var cap: Cap?

    package init(
        channels: [OutgoingChannel], routes: Routes, country: Country, timeZone: TimeZone, quiet: QuietHours?, cap: Cap?
    ) {
        self.channels = channels
        self.routes = routes
        self.country = country
        self.timeZone = timeZone
        self.quiet = quiet
        self.cap = cap
    }

    /// The service's own day: `2026-11-27`.
    func day(of moment: Date) -> String { moment.day(in: timeZone) }

    /// When it is no longer quiet where this number's people are; nil where it is not quiet.
    func endOfQuiet(for number: PhoneNumber, at now: Date) -> Date? {
        let isOfHere = number.e164.hasPrefix("+" + country.callingCode)
        return quiet?.end(at: now, in: isOfHere ? [timeZone] : number.timeZones ?? [timeZone])
    }

    /// When that day is over.
    func nextDay(after moment: Date) -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar.nextDate(after: moment, matching: DateComponents(hour: 0, minute: 0, second: 0), matchingPolicy: .nextTime)
            ?? moment.addingTimeInterval(86_400)
    }
}

extension Date {
    /// `2026-11-27`.
    func day(in timeZone: TimeZone) -> String { formatted(Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()) }
}
