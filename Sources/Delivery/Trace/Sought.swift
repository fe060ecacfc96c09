import Foundation

/// A text that must not be shown, in the charsets that gateways use, looked for whole and in pieces: a gateway's error may quote but the
/// beginning of a message.
struct Sought {
    private let spellings: [[UInt8]]

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
        self.spellings = spellings
    }

    /// In bytes: so much of a text in a row is no coincidence.
    private static let piece = 8
    /// In bytes: what is shorter is everywhere by chance, and hidden only where it stands alone.
    private static let shortest = 4

    /// Hides it; returns whether all of it was there.
    func hide(in reading: Reading, _ masked: inout Masked) -> Bool {
        var isWhole = false
        for spelling in spellings {
            if spelling.count < Self.piece {
                for range in Self.places(of: spelling, in: reading.bytes) {
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
    private static func pieces(of spelling: [UInt8], in bytes: [UInt8], _ found: (Range<Int>) -> Void) -> Bool? {
        guard bytes.count >= piece else { return nil }
        let known = Set(windows(of: spelling))
        let first = spelling.prefix(piece).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var isFound = false
        var isWhole = false
        for (start, window) in windows(of: bytes).enumerated() where known.contains(window) {
            isFound = true
            found(start..<start + piece)
            if window == first, !isWhole { isWhole = bytes[start...].starts(with: spelling) }
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
