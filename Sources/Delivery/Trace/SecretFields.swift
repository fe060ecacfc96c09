/// What stands behind a name that a secret has: `api_key=…`, `"access_token": "…"`, `<password>…`, `https://user:…@`.
enum SecretFields {
    private static let names: Set<String> = ["key", "pass", "pwd", "pin", "sig", "auth", "apikey"]
    private static let pieces = [
        "password", "passwd", "secret", "token", "apikey", "accesskey", "authkey", "privatekey", "signature", "credential", "authorization",
        "cookie",
    ]

    /// However it is written: `X-Api-Key`, `api_key`, `apiKey`.
    static func isSecret(_ name: some StringProtocol) -> Bool {
        let folded = name.lowercased().filter { !"-_.".contains($0) }
        return names.contains(folded) || pieces.contains { folded.contains($0) } || folded.hasPrefix("x") && folded.hasSuffix("key")
    }

    static func hide(in reading: Reading, _ masked: inout Masked) {
        let bytes = reading.bytes
        var index = 0
        while index < bytes.count {
            guard isOfName(bytes[index]) else {
                if let range = userInfo(in: bytes, at: index) { masked.hide(reading.origin(of: range)) }
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex { !isOfName($0) } ?? bytes.count
            let name = String(decoding: bytes[index..<end], as: UTF8.self)
            if let range = isSecret(name) ? value(in: bytes, behind: end) : isScheme(name) ? token(in: bytes, behind: end) : nil {
                masked.hide(reading.origin(of: range))
            }
            index = end
        }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static let quotes = Set("\"'".utf8)
    private static let blanks = Set(" \t\r\n".utf8)
    private static let ends = Set("&,;}] \t\r\n<\"'".utf8)

    private static func value(in bytes: [UInt8], behind name: Int) -> Range<Int>? {
        var index = name
        while index < bytes.count, quotes.contains(bytes[index]) || blanks.contains(bytes[index]) { index += 1 }
        guard index < bytes.count, Set("=:>".utf8).contains(bytes[index]) else { return nil }
        let isElement = bytes[index] == UInt8(ascii: ">")
        index += 1
        while index < bytes.count, blanks.contains(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        if isElement { return start..<(bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count) }
        if quotes.contains(bytes[start]) { return start + 1..<endOfQuoted(bytes, from: start) }
        if bytes[start] == UInt8(ascii: "[") { return start + 1..<(bytes[start...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.count) }
        if bytes[start] == UInt8(ascii: "{") { return nil }
        return start..<(bytes[start...].firstIndex { ends.contains($0) } ?? bytes.count)
    }

    private static func endOfQuoted(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start] { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index, bytes.count)
    }

    /// `Bearer …` and `Basic …`, wherever they are quoted.
    private static func isScheme(_ name: String) -> Bool { ["bearer", "basic", "app"].contains(name.lowercased()) }

    /// In bytes: a word of an error behind "basic" is shorter.
    private static let shortestToken = 16

    private static func token(in bytes: [UInt8], behind scheme: Int) -> Range<Int>? {
        guard scheme < bytes.count, bytes[scheme] == UInt8(ascii: " ") else { return nil }
        let start = scheme + 1
        let end = bytes[start...].firstIndex { ends.contains($0) } ?? bytes.count
        return end - start >= shortestToken ? start..<end : nil
    }

    /// What stands between `://` and `@`.
    private static func userInfo(in bytes: [UInt8], at index: Int) -> Range<Int>? {
        guard bytes[index...].starts(with: "://".utf8) else { return nil }
        let start = index + 3
        guard let end = bytes[start...].firstIndex(where: { Set("@/?# \"<".utf8).contains($0) }), bytes[end] == UInt8(ascii: "@") else {
            return nil
        }
        return start..<end
    }
}
