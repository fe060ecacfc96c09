import Foundation

/// An SMS at a phone: what the fake centre prints of it, its parts put together.
struct Told: Equatable, Sendable {
    var number: String
    /// By their place; a message that is not long has one.
    private(set) var parts: [Int: [UInt8]]
    private var of: Int
    private var reference: String

    var isWhole: Bool { parts.count == of }

    /// Kannel's inside has GSM 03.38 as UTF-8, which has no zeroes; UCS-2 has one in every blank and every Latin letter.
    var text: String {
        let bytes = parts.keys.sorted().flatMap { parts[$0] ?? [] }
        guard bytes.contains(0) || isUCS2 else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }
    private var isUCS2 = false

    /// What stands between `Got message N: <` and `>`. A line break in a message is one in the centre's protocol, too.
    static func lines(in log: String) -> [String] {
        log.split(separator: "\n", omittingEmptySubsequences: true).compactMap { line in
            guard let start = line.range(of: "Got message "), let open = line[start.upperBound...].range(of: ": <"), line.hasSuffix(">")
            else {
                return nil
            }
            return String(line[open.upperBound...].dropLast())
        }
    }

    static func joined(_ lines: [String]) -> [Told] {
        var all: [Told] = []
        for line in lines {
            guard let told = Told(line) else {
                // What begins as no message does is the next line of the last one.
                if let last = all.indices.last, let part = all[last].parts.keys.max() {
                    all[last].parts[part, default: []] += Array(("\n" + line).utf8)
                }
                continue
            }
            if let first = all.firstIndex(where: { $0.number == told.number && $0.of > 1 && $0.reference == told.reference && !$0.isWhole })
            {
                all[first].parts.merge(told.parts) { $1 }
            } else {
                all.append(told)
            }
        }
        return all
    }

    private init?(_ line: String) {
        let fields = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, fields[0] == FakeCentre.number else { return nil }
        (number, of, reference) = (fields[1], 1, "")
        switch fields[2] {
        case "text": parts = [1: Array(fields[3].utf8)]
        case "ucs-2": (parts, isUCS2) = ([1: Self.bytes(fields[3])], true)
        case "udh":
            // 05 00 03, the message's number, how many, which (3GPP TS 23.040 §9.2.3.24.1).
            let halves = fields[3].components(separatedBy: " data ")
            let header = Self.bytes(halves[0])
            guard halves.count == 2, header.count == 6 else { return nil }
            (of, reference) = (Int(header[4]), "\(header[3])")
            parts = [Int(header[5]): Self.bytes(halves[1])]
        default: return nil
        }
    }

    private static func bytes(_ escaped: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = escaped.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = [rest.next(), rest.next()].compactMap { $0 }
                bytes.append(UInt8(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0)
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
