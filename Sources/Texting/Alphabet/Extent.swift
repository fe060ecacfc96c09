/// How much room a text takes, counted in both encodings at once; adds up where texts are joined.
struct Extent: Hashable {
    /// nil where GSM 03.38 does not have one of the letters.
    private(set) var septets: Int? = 0
    private(set) var utf16Units = 0

    init() {}

    init(_ text: some StringProtocol) {
        if let plain = text.utf8.withContiguousStorageIfAvailable(Extent.init(ascii:)) ?? nil {
            self = plain
            return
        }
        for scalar in text.composed.unicodeScalars { add(scalar) }
    }

    /// nil where it is more than plain ASCII of one septet a letter.
    init?(ascii text: UnsafeBufferPointer<UInt8>) {
        // Of plain ASCII, the extension table has the brackets, the backslash, the caret, the braces, the bar and the tilde: four letters
        // from the brace on, and the same four without the bit of small letters.
        var nearest = UInt8.max
        for byte in text { nearest = min(nearest, (byte | 0x20) &- UInt8(ascii: "{")) }
        guard nearest >= 4, text.isPlain else { return nil }
        septets = text.count
        utf16Units = text.count
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        utf16Units += UTF16.width(scalar)
        guard let sum = septets else { return }
        let width = GSMAlphabet.septets(of: scalar)
        septets = width == 0 ? nil : sum + width
    }

    static func + (left: Extent, right: Extent) -> Extent {
        var sum = Extent()
        sum.utf16Units = left.utf16Units + right.utf16Units
        if let a = left.septets, let b = right.septets { sum.septets = a + b } else { sum.septets = nil }
        return sum
    }

    static let lineBreak = Extent("\n")
}
