/// Runs of five digits and more: numbers, ids, PINs, amounts of time since 1970. Shorter ones stay, because a status or an error's code is what
/// is looked for; those that gateways write with five (Twilio's 21610, the network 62402) stay where their field says what they are.
enum Digits {
    private static let shortest = 5

    static func hide(in reading: Reading, _ masked: inout Masked) {
        var start: Int?
        for index in 0...reading.bytes.count {
            if index < reading.bytes.count, isDigit(reading.bytes[index]) {
                start = start ?? index
            } else if let first = start {
                if index - first >= shortest, !isCode(reading.bytes, first..<index) { masked.hide(reading.origin(of: first..<index)) }
                start = nil
            }
        }
    }

    private static let codes: Set<String> = ["code", "errorcode", "errcode", "statuscode", "networkcode", "mccmnc"]

    private static let signs = ByteSet(" \":=")

    /// Whether a name with nothing but signs behind it says so: `"error_code": 21610`, `networkCode=62402`.
    private static func isCode(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
        guard run.count == shortest else { return false }
        let signs = bytes[..<run.lowerBound].reversed().prefix { Self.signs.contains($0) }
        guard signs.contains(UInt8(ascii: "=")) || signs.contains(UInt8(ascii: ":")) else { return false }
        let name = bytes[..<(run.lowerBound - signs.count)].reversed().prefix { isOfName($0) }.reversed()
        return codes.contains(String(decoding: name, as: UTF8.self).lowercased().filter { !"-_".contains($0) })
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
