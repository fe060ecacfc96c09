import Foundation

/// A text that must not be shown, in the charsets that gateways use, looked for whole and in pieces: a gateway's error may quote but the
/// beginning of a message.
struct Sought {
    private struct Spelling {
        var bytes: [UInt8]
        /// Every eight bytes of it that stand in a row.
        private let pieces: Set<UInt64>
        /// Whether any of them falls in this place of 1,024: most bytes that are looked at need no more than a look here.
        private var isPlaced = [Bool](repeating: false, count: 1024)

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            pieces = Set(Sought.windows(of: bytes))
            for piece in pieces { isPlaced[Self.place(of: piece)] = true }
        }

        func holds(_ piece: UInt64) -> Bool { isPlaced[Self.place(of: piece)] && pieces.contains(piece) }

        /// The upper ten bits of a product with 2⁶⁴ over the golden ratio (Knuth's multiplicative hashing).
        private static func place(of piece: UInt64) -> Int { Int((piece &* 0x9E37_79B9_7F4A_7C15) >> 54) }
    }

    private let spellings: [Spelling]

    /// nil for what has nothing in it.
    init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { return nil }
        let units = Array(trimmed.utf16)
        var spellings = [Array(trimmed.utf8)]
        let latin = trimmed.unicodeScalars.map { UInt8(exactly: $0.value) }
        if trimmed.unicodeScalars.contains(where: { $0.value > 0x7F }), !latin.contains(nil) { spellings.append(latin.compactMap { $0 }) }
        spellings.append(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        spellings.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        self.spellings = spellings.map { Spelling($0) }
    }

    /// In bytes: so much of a text in a row is no coincidence.
    private static let piece = 8
    /// In bytes: what is shorter is everywhere by chance, and hidden only where it stands alone.
    private static let shortest = 4

    /// Hides it; returns whether all of it was there.
    func hide(in reading: Reading, _ masked: inout Masked) -> Bool {
        var isWhole = false
        for spelling in spellings {
            if spelling.bytes.count < Self.piece {
                for range in Self.places(of: spelling.bytes, in: reading.bytes) {
                    masked.hide(reading.origin(of: range))
                    isWhole = true
                }
            } else if let whole = Self.pieces(of: spelling, in: reading.bytes, { masked.hide(reading.origin(of: $0)) }) {
                isWhole = isWhole || whole
            }
        }
        return isWhole
    }

    private static func places(of spelling: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        guard bytes.count >= spelling.count else { return [] }
        return (0...(bytes.count - spelling.count)).compactMap { start in
            guard bytes[start] == spelling[0] else { return nil }
            let range = start..<start + spelling.count
            guard bytes[range].elementsEqual(spelling) else { return nil }
            // UTF-16 of a letter has a zero in it, which nothing else has.
            guard spelling.count < Self.shortest, !spelling.contains(0) else { return range }
            let isAlone =
                (start == 0 || !isWordy(bytes[start - 1])) && (range.upperBound == bytes.count || !isWordy(bytes[range.upperBound]))
            return isAlone ? range : nil
        }
    }

    private static func isWordy(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
            true
        default: false
        }
    }

    /// Every place where eight bytes of it stand in a row; nil where none does, else whether the whole of it stands somewhere.
    private static func pieces(of spelling: Spelling, in bytes: [UInt8], _ found: (Range<Int>) -> Void) -> Bool? {
        var window: UInt64 = 0
        var isFound = false
        var isWhole = false
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            guard index >= piece - 1, spelling.holds(window) else { continue }
            isFound = true
            let start = index - (piece - 1)
            found(start..<index + 1)
            if !isWhole { isWhole = bytes[start...].starts(with: spelling.bytes) }
        }
        return isFound ? isWhole : nil
    }

    private static func windows(of bytes: [UInt8]) -> [UInt64] {
        var windows: [UInt64] = []
        windows.reserveCapacity(bytes.count)
        var window: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            window = window << 8 | UInt64(byte)
            if index >= piece - 1 { windows.append(window) }
        }
        return windows
    }
}
