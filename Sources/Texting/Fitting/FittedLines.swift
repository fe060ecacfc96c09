/// Lines in the letters of a channel, put together as they come.
///
/// In bytes, with what is plain taken over as it stands: this is done in every turn, and letter by letter, or text by text, it costs many
/// times as much.
package struct FittedLines {
    private let letters: Letters
    private var bytes: [UInt8] = []

    /// - Parameter capacity: the bytes that are expected.
    package init(letters: Letters, capacity: Int) {
        self.letters = letters
        bytes.reserveCapacity(capacity)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether they can be shown as one page.
    package func fit(_ budget: PageBudget) -> Bool {
        if let plain = bytes.withUnsafeBufferPointer(Extent.init(ascii:)) { budget.fits(plain) } else { budget.fits(text) }
    }

    /// What is added next is a line of its own, behind that number.
    package mutating func beginLine(behind number: Int) {
        if number < 10 {
            beginLine()
            bytes.append(UInt8(ascii: "0") + UInt8(number))
            bytes.append(UInt8(ascii: " "))
        } else {
            beginLine(behind: String(number))
        }
    }

    /// What is added next is a line of its own, behind that mark.
    package mutating func beginLine(behind mark: String) {
        beginLine()
        add(mark)
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func beginLine() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    package mutating func add(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ addIfComposed($0) }) == true { return }
        var composed = text.composed
        composed.withUTF8 { addComposed($0) }
    }

    /// Whether it was, as nearly all texts are.
    private mutating func addIfComposed(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if utf8.isPlain {
            bytes.append(contentsOf: utf8)
            return true
        }
        guard !utf8.mayCombine else { return false }
        addComposed(utf8)
        return true
    }

    private mutating func addComposed(_ utf8: UnsafeBufferPointer<UInt8>) {
        switch letters {
        case .unicode: bytes.append(contentsOf: utf8)
        case .ascii: add(utf8) { _ in false }
        case .gsm: add(utf8) { GSMAlphabet.septets(of: $0) > 0 }
        }
    }

    @inline(__always)
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, keeping isKept: (Unicode.Scalar) -> Bool) {
        // Joiners and directions mean something only beside letters that had to stay.
        var followsForeign = false
        var next = 0
        while next < text.count {
            let start = next
            while next < text.count, text[next].isPlain { next += 1 }
            if next > start {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<next]))
                followsForeign = false
                continue
            }
            let scalar = text.scalar(at: next)
            next += UTF8.width(scalar)
            if scalar.value >= 0xA0, isKept(scalar) {
                bytes.append(contentsOf: text[start..<next])
                followsForeign = false
            } else if let letter = Transliteration.letter(of: scalar) {
                bytes.append(letter)
                followsForeign = false
            } else if let replacement = Transliteration.of(scalar) {
                bytes.append(contentsOf: replacement.utf8)
                followsForeign = followsForeign && replacement.isEmpty
                if scalar == "\r", next < text.count, text[next] == UInt8(ascii: "\n") { next += 1 }
            } else if !scalar.isPictograph, followsForeign || !scalar.isInvisible {
                bytes.append(contentsOf: text[start..<next])
                followsForeign = true
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Of a string's own bytes, which are whole.
    fileprivate func scalar(at index: Int) -> Unicode.Scalar {
        // Two bytes hold every letter of French.
        if index + 1 < count, self[index] & 0xE0 == 0xC0 {
            return Unicode.Scalar(UInt16(self[index] & 0x1F) << 6 | UInt16(self[index + 1] & 0x3F)) ?? "\u{FFFD}"
        }
        var rest = self[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return "\u{FFFD}" }
        return scalar
    }
}
