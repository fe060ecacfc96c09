/// Goes through an XML document's bytes, which are known to be UTF-8.
struct XMLReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let broken = Refusal("The body is no XML that can be read.")

    var isAtEnd: Bool { index == bytes.count }

    /// At an element's beginning, and at neither an end nor anything with `!` or `?`.
    var isAtElement: Bool { isAt("<") && !isAt("</") && !isAt("<!") && !isAt("<?") }

    private func isAt(_ sign: StaticString) -> Bool {
        let end = index + sign.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        return sign.withUTF8Buffer { bytes[index..<end].elementsEqual($0) }
    }

    mutating func take(_ sign: StaticString) -> Bool {
        guard isAt(sign) else { return false }
        index += sign.utf8CodeUnitCount
        return true
    }

    private static let blanks = [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]

    @discardableResult mutating func skipBlanks() -> Bool {
        let start = index
        while index < bytes.count, Self.blanks.contains(bytes[index]) { index += 1 }
        return index > start
    }

    /// The bytes up to a sign, and past it.
    private mutating func upTo(_ sign: StaticString) throws(Refusal) -> ArraySlice<UInt8> {
        let start = index
        while !isAt(sign) {
            guard index < bytes.count else { throw Self.broken }
            index += 1
        }
        defer { index += sign.utf8CodeUnitCount }
        return bytes[start..<index]
    }

    /// The declaration, where there is one; a document in another charset would say other words than its bytes do.
    mutating func readProlog() throws(Refusal) {
        _ = take("\u{FEFF}")
        if isAt("<?xml ") {
            let words = String(decoding: try upTo("?>"), as: UTF8.self).lowercased().filter { $0 != "\"" && $0 != "'" && !$0.isWhitespace }
            guard !words.contains("encoding=") || words.contains("encoding=utf-8") else { throw Refusal("The body must be XML in UTF-8.") }
        }
        try skipBetween()
    }

    /// What may stand around the root: blanks, comments, instructions.
    mutating func skipBetween() throws(Refusal) {
        while true {
            skipBlanks()
            if take("<!--") {
                _ = try upTo("-->")
            } else if take("<?") {
                _ = try upTo("?>")
            } else if isAt("<!") {
                throw Refusal("The body has a document type, which is not taken.")
            } else {
                return
            }
        }
    }

    mutating func name() throws(Refusal) -> String {
        let start = index
        while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
        guard index > start, !(UInt8(ascii: "-")...UInt8(ascii: "9")).contains(bytes[start]) else { throw Self.broken }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    mutating func attributeValue() throws(Refusal) -> String {
        skipBlanks()
        guard take("=") else { throw Self.broken }
        skipBlanks()
        if take("\"") { return try Self.resolved(upTo("\"")) }
        if take("'") { return try Self.resolved(upTo("'")) }
        throw Self.broken
    }

    /// Text up to the next element's beginning or end, comments left out.
    mutating func text() throws(Refusal) -> String {
        var text = ""
        while !isAt("</"), !isAtElement {
            if take("<![CDATA[") {
                text += String(decoding: try upTo("]]>"), as: UTF8.self)
            } else if isAt("<") {
                try skipBetween()
            } else {
                let start = index
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                guard index < bytes.count else { throw Self.broken }
                text += try Self.resolved(bytes[start..<index])
            }
        }
        guard !text.unicodeScalars.contains("\0") else { throw Refusal("The body has a NUL in it.") }
        return text
    }

    /// The five entities that XML itself has, and characters by their number.
    private static func resolved(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        let raw = String(decoding: bytes, as: UTF8.self)
        guard raw.contains("&") else { return raw }
        var text = ""
        var rest = raw[...]
        while let ampersand = rest.firstIndex(of: "&") {
            guard let end = rest[ampersand...].firstIndex(of: ";") else { throw broken }
            text += rest[..<ampersand]
            text.unicodeScalars.append(try scalar(named: rest[rest.index(after: ampersand)..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    private static func scalar(named name: Substring) throws(Refusal) -> Unicode.Scalar {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            guard let number, let scalar = Unicode.Scalar(number) else { throw broken }
            return scalar
        }
    }
}
