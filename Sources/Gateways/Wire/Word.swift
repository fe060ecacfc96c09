extension String {
    /// A gateway's code as it may stand in an export and a log: what came from outside can be anything.
    ///
    /// Letters, digits, `-`, `_` and `.`; other signs become `-`. At most 40; nothing at all is `none`, and what has as many digits in a row
    /// as a phone number is `number`.
    var asWord: String {
        let signs = unicodeScalars.prefix(Self.longestWord).map { Self.isOfWord($0) ? Character($0) : "-" }
        guard !signs.isEmpty else { return "none" }
        return signs.split(whereSeparator: { !$0.isNumber }).contains { $0.count >= Self.fewestInNumber } ? "number" : String(signs)
    }

    private static let longestWord = 40
    /// No code has so many.
    private static let fewestInNumber = 9

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
        default: false
        }
    }
}
