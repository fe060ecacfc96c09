import Yams

/// A text as the house writes it: plain where it can't be misread, in quotes elsewhere.
enum HouseText {
    enum Position {
        case block
        /// Between `{ }`, where only a single word goes without quotes.
        case braces
        /// Between `[ ]`.
        case list
    }

    static func line(_ scalar: Node.Scalar, _ position: Position) -> String {
        let text = scalar.string
        switch scalar.style {
        case .plain, .any: return isPlain(text, position) ? text : quoted(text)
        // What would be full of backslashes keeps its apostrophes.
        case .singleQuoted where text.contains { $0 == "\"" || $0 == "\\" } && text.unicodeScalars.allSatisfy(isPrintable):
            return "'" + text.replacing("'", with: "''") + "'"
        case .singleQuoted, .doubleQuoted, .literal, .folded: return quoted(text)
        }
    }

    /// The text in quotes, broken at single blanks so that no line is wider than `width`; the first has `used` columns taken already.
    static func lines(_ text: String, used: Int, indent: Int, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = width - used
        let words = quoted(text).split(separator: " ", omittingEmptySubsequences: false)
        for (index, word) in words.enumerated() {
            let canBreak = index > 0 && !word.isEmpty && !words[index - 1].isEmpty
            if canBreak, line.count + 1 + word.count > room {
                lines.append(line)
                line = String(word)
                room = width - indent
            } else {
                line += (index > 0 ? " " : "") + word
            }
        }
        lines.append(line)
        return lines
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            case _ where isPrintable(scalar): String(scalar)
            default: escape(scalar.value)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let (sign, width) = value < 0x100 ? ("x", 2) : value < 0x1_0000 ? ("u", 4) : ("U", 8)
        let digits = String(value, radix: 16, uppercase: true)
        return "\\" + sign + String(repeating: "0", count: width - digits.count) + digits
    }

    /// What YAML takes as it stands (YAML 1.2 §5.1), less what nobody could see.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: scalar != "\u{FEFF}"
        }
    }

    private static func isPlain(_ text: String, _ position: Position) -> Bool {
        guard let first = text.first, !"-?:,[]{}#&*!|>'\"%@`=~".contains(first), !text.hasPrefix("..."), !text.hasPrefix("<<") else {
            return false
        }
        guard first != " ", text.last != " ", text.last != ":", !text.contains(": "), !text.contains(" #") else { return false }
        guard text.unicodeScalars.allSatisfy(isPrintable) else { return false }
        switch position {
        case .block: return true
        case .braces: return !text.contains { $0.isWhitespace || ",[]{}:#".contains($0) }
        case .list: return !text.contains { ",[]{}:#".contains($0) }
        }
    }
}
