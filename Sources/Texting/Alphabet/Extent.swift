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

    /// nil where it is more than ASCII.
    private init?(ascii text: UnsafeBufferPointer<UInt8>) {
        let widths = GSMAlphabet.latinSeptets
        var septets = 0
        for byte in text {
            let width = widths[Int(byte)]
            // The grave accent and control characters are not there.
            guard byte < 0x80, width > 0 else { return nil }
            septets &+= Int(width)
        }
        self.septets = septets
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
