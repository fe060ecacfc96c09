/// A text between quotes as gettext writes it, with the escapes of C.
enum QuotedText {
    /// Why a quoted text can't be read, and the scalar of the line where that shows.
    enum Fault: Error, Equatable {
        case noQuote(at: Int)
        case unclosed(at: Int)
        case unknownEscape(at: Int)
        case trailing(at: Int)
    }

    /// Reads `"…"` from `start` to the end of the line.
    static func read(_ line: [Unicode.Scalar], from start: Int) throws(Fault) -> String {
        guard start < line.count, line[start] == "\"" else { throw .noQuote(at: min(start, line.count)) }
        // Octal and hexadecimal escapes are bytes, and several of them may make one letter.
        var bytes: [UInt8] = []
        var at = start + 1
        while at < line.count {
            switch line[at] {
            case "\"":
                let rest = line[(at + 1)...].firstIndex { $0 != " " && $0 != "\t" }
                if let rest { throw .trailing(at: rest) }
                return String(decoding: bytes, as: UTF8.self)
            case "\\":
                let (byte, after) = try escape(line, at: at)
                bytes.append(byte)
                at = after
            case let scalar:
                bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
                at += 1
            }
        }
        throw .unclosed(at: start)
    }

    private static func escape(_ line: [Unicode.Scalar], at start: Int) throws(Fault) -> (byte: UInt8, after: Int) {
        guard start + 1 < line.count else { throw .unclosed(at: start) }
        let letter = line[start + 1]
        if let byte = byLetter[letter] { return (byte, start + 2) }
        let isHex = letter == "x"
        let from = isHex ? start + 2 : start + 1
        let digits = line[from...].prefix(isHex ? 2 : 3).prefix { $0.isASCII && Character($0).isHexDigit && (isHex || ("0"..."7") ~= $0) }
        guard let byte = UInt8(String(String.UnicodeScalarView(digits)), radix: isHex ? 16 : 8) else { throw .unknownEscape(at: start) }
        return (byte, from + digits.count)
    }

    /// The text in quotes, on lines of its own after an empty one where it has several lines.
    static func lines(_ text: String) -> [String] {
        var parts: [String] = [""]
        for scalar in text.unicodeScalars {
            parts[parts.count - 1] += written(scalar)
            if scalar == "\n" { parts.append("") }
        }
        if parts.count > 1, parts.last == "" { parts.removeLast() }
        let quoted = parts.map { "\"\($0)\"" }
        return quoted.count == 1 ? quoted : ["\"\""] + quoted
    }

    private static func written(_ scalar: Unicode.Scalar) -> String {
        if let letter = letters[scalar] { return "\\\(letter)" }
        guard scalar.value < 32 || scalar.value == 127 else { return String(scalar) }
        let octal = String(scalar.value, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }

    private static let byLetter: [Unicode.Scalar: UInt8] = [
        "n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11, "\"": 34, "\\": 92,
    ]

    private static let letters = Dictionary(uniqueKeysWithValues: byLetter.map { (Unicode.Scalar($0.value), $0.key) })
}
