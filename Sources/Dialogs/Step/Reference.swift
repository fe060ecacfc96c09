/// What a person proves a sign-up with: eight digits, the last a Luhn check (ISO/IEC 7812-1 annex B) over the seven random ones.
package struct Reference: Hashable, Sendable, Codable {
    package static let length = 8

    package let digits: String

    package init(using chance: inout some RandomNumberGenerator) {
        let body = (1..<Self.length).map { _ in Int.random(in: 0...9, using: &chance) }
        digits = Self.written(body + [Self.check(of: body)])
    }

    /// Reads what a person typed: blanks are passed over; nil where it can be no reference.
    package init?(parsing text: String) {
        let values = text.filter { !$0.isWhitespace && $0 != "-" }.map { $0.wholeNumberValue ?? -1 }
        guard values.count == Self.length, values.allSatisfy({ (0...9).contains($0) }),
            values.last == Self.check(of: Array(values.dropLast()))
        else { return nil }
        digits = Self.written(values)
    }

    private static func written(_ values: [Int]) -> String {
        String(decoding: values.map { UInt8(ascii: "0") + UInt8($0) }, as: UTF8.self)
    }

    private static func check(of body: [Int]) -> Int {
        let sum = body.lazy.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
            return sum + (value > 9 ? value - 9 : value)
        }
        return (10 - sum % 10) % 10
    }
}
