/// How much room a text takes, counted in both encodings at once; adds up where texts are joined.
struct Extent: Hashable {
    /// nil where GSM 03.38 does not have one of the letters.
    private(set) var septets: Int? = 0
    private(set) var utf16Units = 0

    init() {}

    init(_ text: some StringProtocol) {
        for scalar in text.composed.unicodeScalars { add(scalar) }
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        utf16Units += UTF16.width(scalar)
        if let sum = septets {
            // Not `map`: one call for each letter of each page of each turn.
            if let code = GSMAlphabet.code(of: scalar) { septets = sum + code.septets } else { septets = nil }
        }
    }

    static func + (left: Extent, right: Extent) -> Extent {
        var sum = Extent()
        sum.utf16Units = left.utf16Units + right.utf16Units
        if let a = left.septets, let b = right.septets { sum.septets = a + b } else { sum.septets = nil }
        return sum
    }

    static let lineBreak = Extent("\n")
}
