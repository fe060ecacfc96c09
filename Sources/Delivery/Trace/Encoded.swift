/// Runs of Base64 that hold something sought, as HTTP Basic's credentials do wherever they are quoted.
enum Encoded {
    private static let shortest = 8

    static func hide(_ sought: [Sought], in reading: Reading, _ masked: inout Masked) {
        let bytes = reading.bytes
        var index = 0
        while index < bytes.count {
            guard isOfBase64(bytes[index]) else {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex { !isOfBase64($0) } ?? bytes.count
            if end - index >= shortest, holds(sought, bytes[index..<end]) { masked.hide(reading.origin(of: index..<end)) }
            index = end
        }
    }

    private static func holds(_ sought: [Sought], _ run: ArraySlice<UInt8>) -> Bool {
        let plain = Reading(asSent: decoded(run))
        var marks = Masked(plain.bytes)
        for text in sought { _ = text.hide(in: plain, &marks) }
        return marks.marks.contains(.hidden)
    }

    /// In both alphabets, with or without the signs that fill it up.
    private static func decoded(_ run: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in run {
            guard let value = value(of: byte) else { break }
            bits = bits << 6 | UInt32(value)
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            plain.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
        return plain
    }

    private static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func isOfBase64(_ byte: UInt8) -> Bool { value(of: byte) != nil || byte == UInt8(ascii: "=") }
}
