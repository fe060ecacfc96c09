import Dialogs

extension FileReader {
    mutating func dateBound(_ written: Written) -> DateBound? {
        guard let text = text(written) else { return nil }
        if let bound = DateBound(parsing: text.string) { return bound }
        error(
            "bad-date", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas une date", en: "\"\(text.shown)\" is no date"),
            Bilingual(
                fr: "écrivez today, today-18y, today+3m, 2026-12-31 ou 31/12/2026",
                en: "write today, today-18y, today+3m, 2026-12-31 or 31/12/2026"))
        return nil
    }
}

extension DateBound {
    /// `today`, `today-18y`, `today+3m`; a day with the year first or the day first; a month or a year alone.
    init?(parsing text: String) {
        if text.hasPrefix("today") {
            guard let distance = Self.distance(text.dropFirst("today".count)) else { return nil }
            self = distance
            return
        }
        let separators: Set<Character> = ["-", "/", "."]
        let used = Set(text.filter(separators.contains))
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: separators.contains)
        guard used.count <= 1, parts.allSatisfy({ FileReader.isDigits($0) && $0.utf8.count <= 4 }) else { return nil }
        var numbers = parts.compactMap { Int($0) }
        if parts.count > 1, parts.first?.utf8.count != 4 { numbers.reverse() }
        guard let yearText = parts.first?.utf8.count == 4 ? parts.first : parts.last, yearText.utf8.count == 4, numbers.count <= 3 else {
            return nil
        }
        let day = CalendarDay(year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
        guard day.exists else { return nil }
        self = .day(day)
    }

    private static func distance(_ text: Substring) -> DateBound? {
        var (years, months, days) = (0, 0, 0)
        var rest = text
        while let sign = rest.first {
            guard sign == "+" || sign == "-" else { return nil }
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, digits.utf8.count <= 5, let count = Int(digits) else { return nil }
            let signed = sign == "-" ? -count : count
            switch rest.dropFirst(1 + digits.count).first {
            case "y": years += signed
            case "m": months += signed
            case "d": days += signed
            default: return nil
            }
            rest = rest.dropFirst(2 + digits.count)
        }
        return .fromToday(years: years, months: months, days: days)
    }

    /// Whether this day comes after the other whenever today is; nil where that depends on today.
    func isAfter(_ other: DateBound) -> Bool? {
        switch (self, other) {
        case (.day(let day), .day(let other)): (day.year, day.month, day.day) > (other.year, other.month, other.day)
        case (.fromToday(let years, let months, let days), .fromToday(let otherYears, let otherMonths, let otherDays)):
            // Months have 28 to 31 days, so near ones are left undecided.
            Double((years - otherYears) * 12 + months - otherMonths) * 30.4 + Double(days - otherDays) > 5
        default: nil
        }
    }
}

extension CalendarDay {
    /// Whether the calendar has such a day.
    var exists: Bool {
        guard year > 0, (1...12).contains(month), day > 0 else { return false }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= lengths[month - 1]
    }
}
