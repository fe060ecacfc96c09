package import Foundation

extension CalendarDay: Comparable {
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay {
    /// The day of that moment there.
    package init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        self.init(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    }

    /// Whether the calendar has it.
    package var isReal: Bool {
        (1...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
    }

    /// What `bound` means when today is this day; a day that a month does not have becomes its last.
    package func day(of bound: DateBound) -> CalendarDay {
        switch bound {
        case .day(let day): return day
        case .fromToday(let years, let months, let days):
            let count = (year + years) * 12 + month - 1 + months
            let (year, month) = (count >= 0 ? count / 12 : (count - 11) / 12, (count % 12 + 12) % 12 + 1)
            let moved = CalendarDay(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
            return days == 0 ? moved : CalendarDay(daysSince1970: moved.daysSince1970 + days)
        }
    }

    /// The same as far as a precision says.
    package func rounded(to precision: DateRule.Precision) -> CalendarDay {
        switch precision {
        case .day: self
        case .month: CalendarDay(year: year, month: month)
        case .year: CalendarDay(year: year)
        }
    }

    /// Day first: `03/04/1990`, `04/1990`, `1990`.
    package func written(_ precision: DateRule.Precision) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch precision {
        case .day: "\(two(day))/\(two(month))/\(year)"
        case .month: "\(two(month))/\(year)"
        case .year: "\(year)"
        }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The calendar repeats every 400 years, which are 146,097 days; counted from a first of March, leap days come last in a year.
    private init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private var daysSince1970: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
