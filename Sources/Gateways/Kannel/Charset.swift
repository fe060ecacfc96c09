/// How the words of an SMS lie in bytes. A message is never lost to its charset: what cannot be read as it says is read as well as it can.
enum Charset: Equatable, Sendable {
    case utf8, latin1, windows1252, utf16BigEndian
    /// Not said, or in a word that is not known; also what Kannel calls `8-BIT`.
    case unknown

    /// By the names that Kannel, iconv and IANA have for them.
    init(named name: String?) {
        switch name?.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1": self = .latin1
        case "windows-1252", "cp1252": self = .windows1252
        case "utf-16be", "utf-16", "ucs-2be", "ucs-2", "iso-10646-ucs-2": self = .utf16BigEndian
        default: self = .unknown
        }
    }

    /// The words; control characters but line breaks and tabs are left out, for no person types them.
    func text(_ bytes: [UInt8]) -> String {
        let decoded =
            switch self {
            // What SMS centres send under another name is nearly always the one-byte charset of western Europe.
            case .utf8, .unknown: String(validating: bytes, as: UTF8.self) ?? Self.westernEuropean(bytes)
            // As the WHATWG reads ISO-8859-1: who says it means windows-1252, whose additional letters are mere controls there.
            case .latin1, .windows1252: Self.westernEuropean(bytes)
            case .utf16BigEndian: Self.bigEndian(bytes)
            }
        return String(String.UnicodeScalarView(decoded.unicodeScalars.filter(Self.isTyped)))
    }

    private static func westernEuropean(_ bytes: [UInt8]) -> String {
        String(
            String.UnicodeScalarView(
                bytes.map { byte in
                    (0x80..<0xA0).contains(byte) ? windowsScalars[Int(byte) - 0x80] : Unicode.Scalar(byte)
                }))
    }

    /// 0x80 to 0x9F of windows-1252 (Unicode's CP1252.TXT); five places of it are empty.
    private static let windowsScalars = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

    /// UCS-2 as phones send it, which is UTF-16: half a pair becomes U+FFFD, and an odd byte at the end is no letter.
    private static func bigEndian(_ bytes: [UInt8]) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let text = String(decoding: units, as: UTF16.self)
        // A mark of the byte order is none of the words.
        return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control || ["\n", "\r", "\t"].contains(scalar)
    }
}
