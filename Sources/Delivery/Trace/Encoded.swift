import Foundation

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
            if end - index >= shortest, holds(sought, Array(bytes[index..<end])) { masked.hide(reading.origin(of: index..<end)) }
            index = end
        }
    }

    private static func holds(_ sought: [Sought], _ run: [UInt8]) -> Bool {
        var text = String(decoding: run, as: UTF8.self).replacing("-", with: "+").replacing("_", with: "/")
        text = String(text.prefix { $0 != "=" })
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        guard let data = Data(base64Encoded: text) else { return false }
        let plain = Reading(asSent: Array(data))
        var marks = Masked(plain.bytes)
        for text in sought { _ = text.hide(in: plain, &marks) }
        return marks.marks.contains(.hidden)
    }

    private static func isOfBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
