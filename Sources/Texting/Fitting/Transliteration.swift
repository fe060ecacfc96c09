import Foundation

/// What is written instead of a letter or a sign on a phone that does not show it.
enum Transliteration {
    /// Plain letters for one character: empty where it is left out; nil where there is no counterpart, as for Arabic.
    static func of(_ scalar: Unicode.Scalar) -> String? {
        scalar.value < 256 ? latin[Int(scalar.value)] : found(for: scalar)
    }

    /// For the first 256 characters, by number: nearly every letter with an accent is one of these.
    private static let latin: [String?] = (0..<256).map { found(for: Unicode.Scalar(UInt8($0))) }

    /// The same where it is one plain letter, as it is for nearly all of those.
    static func letter(of scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.value < 256 else { return nil }
        let letter = latinLetters[Int(scalar.value)]
        return letter == 0 ? nil : letter
    }

    /// 0 where it is not one plain letter; a carriage return is none, since what follows it counts too.
    private static let latinLetters: [UInt8] = latin.enumerated().map { number, replacement in
        guard let replacement, replacement.utf8.count == 1, let letter = replacement.utf8.first, number != 0x0D else { return 0 }
        return letter
    }

    private static func found(for scalar: Unicode.Scalar) -> String? {
        if let replacement = table[scalar] { return replacement }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: return " "
        case .lineSeparator, .paragraphSeparator: return "\n"
        case .control: return ""
        default: return accents.contains(scalar) ? "" : nil
        }
    }

    /// Accents that are still apart once the text is composed: no phone has the letter with it, so it is shown without.
    private static let accents: ClosedRange<Unicode.Scalar> = "\u{300}"..."\u{36F}"

    /// Made once, so that the words of a turn cost a look-up a letter and no call of ICU.
    private static let table: [Unicode.Scalar: String] = fromICU.merging(exceptions) { $1 }

    /// Where ICU's own choice, or its silence, does not serve the reader.
    private static let exceptions: [Unicode.Scalar: String] = [
        "\t": " ", "\r": "\n", "\u{0B}": "\n", "\u{0C}": "\n", "\u{85}": "\n", "`": "'", "\u{AD}": "",
        "«": "\"", "»": "\"", "„": "\"", "‹": "'", "›": "'", "´": "'", "ˈ": "'", "ʔ": "'", "ꞌ": "'", "Ꞌ": "'",
        "•": "-", "·": ".", "×": "x", "°": "o", "§": "par.", "µ": "u",
        "€": "EUR", "£": "GBP", "¥": "JPY", "¤": "", "¢": "c", "₣": "F", "₦": "NGN",
        // Letters of the languages of Central and West Africa.
        "ɔ": "o", "Ɔ": "O", "ə": "e", "Ə": "E", "ǝ": "e", "Ǝ": "E", "ɑ": "a", "Ɑ": "A", "ɣ": "g", "Ɣ": "G", "ɩ": "i", "Ɩ": "I",
        "ʊ": "u", "Ʊ": "U", "ʃ": "sh", "Ʃ": "SH", "ʒ": "j", "Ʒ": "J",
    ]

    /// ICU's `Latin-ASCII`, asked once about every character of the blocks where it has something to say.
    private static let fromICU: [Unicode.Scalar: String] = {
        let blocks: [ClosedRange<UInt16>] = [
            0x00A1...0x02FF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x21FF, 0x2200...0x22FF,
            0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06, 0xFF01...0xFF5E,
        ]
        let scalars = blocks.joined().compactMap(Unicode.Scalar.init)
        var table: [Unicode.Scalar: String] = [:]
        for (scalar, answer) in zip(scalars, latinASCII(scalars.map(String.init))) { table[scalar] = answer }
        // Of the small letters of `1ʳᵉ` and the like, ICU knows the full ones.
        let silent = scalars.filter { table[$0] == nil }
        let full = silent.map { String($0).precomposedStringWithCompatibilityMapping }
        for (scalar, answer) in zip(silent, latinASCII(full)) { table[scalar] = answer }
        return table
    }()

    /// An answer each; nil where it is not plain.
    private static func latinASCII(_ texts: [String]) -> [String?] {
        // One call for all, a text a line.
        let asked = texts.joined(separator: "\n")
        let answered = asked.applyingTransform(StringTransform(rawValue: "Latin-ASCII"), reverse: false) ?? asked
        let lines = answered.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == texts.count else { return texts.map { _ in nil } }
        return lines.map { line in line.utf8.allSatisfy { $0 < 0x80 } ? String(line) : nil }
    }
}

extension Unicode.Scalar {
    /// Emoji, what colours them, and what joins them to keycaps and flags.
    var isPictograph: Bool {
        // Digits and `#` count as emoji too, by what can follow them.
        value > 0x2100 && properties.isEmoji || ["\u{20E3}", "\u{FE0E}", "\u{FE0F}"].contains(self) || (0xE0020...0xE007F).contains(value)
    }

    /// Joiners, directions and the like: nothing to see, but one of them alone makes a message UCS-2.
    var isInvisible: Bool {
        properties.generalCategory == .format
    }
}
