import Foundation

/// A number as people write it: `2 500`, `2.500`, `2,5` where decimals are allowed; no leading zero, so that `00` stays a key.
enum TypedNumber {
    /// More than any question asks for, and few enough to be exact.
    private static let longest = 15

    static func parse(_ typed: TypedText, decimals: Int) -> Decimal? {
        var rest = typed.digits.map { character -> Character in
            switch character {
            case "\u{066B}": ","
            case "\u{066C}", "'", "\u{2019}": " "
            case _ where character.isWhitespace: " "
            default: character
            }
        }[...]
        let isNegative = rest.first == "-" || rest.first == "\u{2212}"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        guard let first = rest.first, isDigit(first), let last = rest.last, isDigit(last) else { return nil }

        let fraction = fractionStart(in: rest, decimals: decimals)
        guard let whole = ungrouped(rest[..<(fraction ?? rest.endIndex)]), whole == "0" || whole.first != "0" else { return nil }
        let after = fraction.map { String(rest[($0 + 1)...]) } ?? ""
        guard after.allSatisfy(isDigit), whole.count + after.count <= longest else { return nil }
        let text = (isNegative ? "-" : "") + whole + (after.isEmpty ? "" : "." + after)
        return Decimal(string: text, locale: nil)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Where the decimals begin: at a last comma, or at a last point that groups no thousands.
    private static func fractionStart(in characters: ArraySlice<Character>, decimals: Int) -> Int? {
        guard decimals > 0, let mark = characters.lastIndex(where: { $0 == "," || $0 == "." }) else { return nil }
        let digits = characters.endIndex - mark - 1
        guard digits <= decimals else { return nil }
        let sign = characters[mark]
        let isAlone = characters.count { $0 == sign } == 1
        if sign == "." && digits == 3 && isAlone && !characters.contains(",") { return nil }
        return isAlone ? mark : nil
    }

    /// The digits of a number whose thousands are grouped by one kind of sign, or not at all.
    private static func ungrouped(_ characters: ArraySlice<Character>) -> String? {
        guard let mark = characters.first(where: { !isDigit($0) }) else { return String(characters) }
        guard mark == " " || mark == "." || mark == "," else { return nil }
        let groups = characters.split(separator: mark, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.allSatisfy({ $0.allSatisfy(isDigit) })
        else { return nil }
        return groups.map { String($0) }.joined()
    }
}
