/// What stands behind a name that a secret has: `api_key=…`, `"access_token": "…"`, `<password>…`, `https://user:…@`.
enum SecretFields {
    private static let names = ["key", "pass", "pwd", "pin", "sig", "auth"].map { Array($0.utf8) }
    private static let pieces = [
        "password", "passwd", "secret", "token", "apikey", "accesskey", "authkey", "privatekey", "signature", "credential", "authorization",
        "cookie",
    ].map { Array($0.utf8) }
    private static let separators = ByteSet("-_.")

    /// However it is written: `X-Api-Key`, `api_key`, `apiKey`.
    static func isSecret(_ name: some StringProtocol) -> Bool {
        let folded = name.utf8.compactMap { byte -> UInt8? in
            separators.contains(byte) ? nil : (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
        }
        return names.contains { folded.elementsEqual($0) } || pieces.contains { folded.contains($0) }
            || folded.first == UInt8(ascii: "x") && folded.suffix(3).elementsEqual("key".utf8)
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
            // Most words are no names: what is behind them says so sooner than a look at their letters.
            let value = value(in: bytes, behind: end)
            let token = value == nil ? token(in: bytes, behind: end) : nil
            if value != nil || token != nil {
                let name = String(decoding: bytes[index..<end], as: UTF8.self)
                if let value, isSecret(name) { masked.hide(reading.origin(of: value)) }
                if let token, isScheme(name) { masked.hide(reading.origin(of: token)) }
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

    private static let quotes = ByteSet("\"'")
    private static let ends = ByteSet("&,;}] \t\r\n<\"'")

    private static let signs = ByteSet("=:>")
    private static let authorityEnds = ByteSet("@/?# \"<")

    private static func value(in bytes: [UInt8], behind name: Int) -> Range<Int>? {
        var index = name
        while index < bytes.count, quotes.contains(bytes[index]) || ByteSet.blanks.contains(bytes[index]) { index += 1 }
        guard index < bytes.count, signs.contains(bytes[index]) else { return nil }
        let isElement = bytes[index] == UInt8(ascii: ">")
        index += 1
        while index < bytes.count, ByteSet.blanks.contains(bytes[index]) { index += 1 }
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
        guard bytes[index] == UInt8(ascii: ":"), bytes[index...].starts(with: "://".utf8) else { return nil }
        let start = index + 3
        guard let end = bytes[start...].firstIndex(where: { authorityEnds.contains($0) }), bytes[end] == UInt8(ascii: "@") else {
            return nil
        }
        return start..<end
    }
}

extension [UInt8] {
    fileprivate func contains(_ piece: [UInt8]) -> Bool {
        guard count >= piece.count else { return false }
        return (0...(count - piece.count)).contains { self[$0] == piece[0] && self[$0...].starts(with: piece) }
    }
}
