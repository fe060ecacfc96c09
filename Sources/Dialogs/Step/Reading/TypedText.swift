import Foundation

/// What a person typed, without what no person types: control characters and invisible marks, and blanks at either end.
struct TypedText: Equatable {
    let text: String
    /// With the digits of every script as `0` to `9`.
    let digits: String
    /// As it came, with its line breaks.
    private let raw: String

    /// More than any answer may hold; what is longer is understood by nobody.
    private static let longest = 4096

    init(_ raw: String) {
        self.raw = raw
        text = Self.cleaned(raw)
        digits = Self.westernDigits(text)
    }

    var isEmpty: Bool { text.isEmpty }

    /// The number of an option: no sign, no leading zero.
    var optionNumber: Int? {
        guard (1...3).contains(digits.utf8.count), digits.utf8.first != 0x30 else { return nil }
        var number = 0
        for byte in digits.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    /// What stands between commas, semicolons and line breaks, as far as anything stands there.
    var pieces: [TypedText] {
        raw.split { ",;،؛".contains($0) || $0.isNewline }.map { TypedText(String($0)) }.filter { !$0.isEmpty }
    }

    /// Four to six digits and nothing else: what a PIN typed in the wrong place looks like.
    var looksLikePIN: Bool {
        guard digits.utf8.count >= 4 else { return false }
        let solid = digits.filter { !$0.isWhitespace }
        return (4...6).contains(solid.count) && solid.allSatisfy { ("0"..."9").contains($0) }
    }

    private static func cleaned(_ raw: String) -> String {
        let isPlain = raw.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        let hasBlanks = raw.utf8.first == UInt8(ascii: " ") || raw.utf8.last == UInt8(ascii: " ")
        let kept = isPlain ? raw : String(String.UnicodeScalarView(raw.unicodeScalars.compactMap(shown)))
        let text = isPlain && !hasBlanks ? raw : kept.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.utf8.count > longest ? String(text.prefix(longest / 4)) : text
    }

    /// Line breaks and tabs become blanks, all else that shows nothing is dropped.
    private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control: scalar.properties.isWhitespace ? " " : nil
        // Joiners shape letters of some scripts; direction and width marks do not.
        case .format: (0x200C...0x200D).contains(scalar.value) ? scalar : nil
        case .surrogate, .unassigned, .privateUse: nil
        default: scalar
        }
    }

    private static func westernDigits(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
                        let digit = Unicode.Scalar(0x30 + UInt32(value))
                    else { return scalar }
                    return digit
                }))
    }
}
