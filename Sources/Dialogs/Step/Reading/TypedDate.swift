/// A date in digits, the day first: `3/4/1990`, `3 4 90`, `03041990`.
enum TypedDate {
    /// - Parameter accepts: decides between the centuries of a year of two digits.
    static func parse(_ typed: TypedText, _ precision: DateRule.Precision, today: CalendarDay, accepts: (CalendarDay) -> Bool)
        -> CalendarDay?
    {
        guard let parts = parts(of: typed.digits, precision) else { return nil }
        let days = years(of: parts.last ?? "", today: today).compactMap { year -> CalendarDay? in
            let numbers = Array(parts.dropLast().compactMap { Int($0) }.reversed())
            let day = CalendarDay(year: year, month: numbers.first ?? 1, day: numbers.dropFirst().first ?? 1)
            return day.isReal ? day.rounded(to: precision) : nil
        }
        return days.first(where: accepts) ?? days.first
    }

    /// Day, month and year, as far as the precision asks for them. Who writes the whole date, as the hint's example does, has
    /// said it too.
    private static func parts(of text: String, _ precision: DateRule.Precision) -> [String]? {
        let isSeparator = { (character: Character) in character.isWhitespace || "/.-,".contains(character) }
        var parts = text.split(whereSeparator: isSeparator).map(String.init)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
        let fewest =
            switch precision {
            case .day: 3
            case .month: 2
            case .year: 1
            }
        if parts.count == 1, let solid = parts.first {
            parts = (fewest...3).lazy.map { split(solid, into: $0) }.first { !$0.isEmpty } ?? parts
        }
        guard (fewest...3).contains(parts.count) else { return nil }
        if parts.first?.count == 4 { parts.reverse() }
        guard let year = parts.last, year.count == 4 || year.count == 2 && parts.count > 1,
            parts.dropLast().allSatisfy({ $0.count <= 2 })
        else { return nil }
        return parts
    }

    /// Two digits a part, and two or four of the year: `03041990`, `030490`.
    private static func split(_ solid: String, into count: Int) -> [String] {
        let head = 2 * (count - 1)
        guard solid.count == head + 4 || solid.count == head + 2 else { return [] }
        let digits = Array(solid)
        let parts = stride(from: 0, to: head, by: 2).map { String(digits[$0..<$0 + 2]) }
        return parts + [String(digits[head...])]
    }

    /// The years that are meant, the nearest to today first.
    private static func years(of text: String, today: CalendarDay) -> [Int] {
        guard let value = Int(text) else { return [] }
        guard text.count == 2 else { return [value] }
        let century = today.year / 100 * 100
        return [century - 100 + value, century + value, century + 100 + value].sorted { abs($0 - today.year) < abs($1 - today.year) }
    }
}
