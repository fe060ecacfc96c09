/// Bytes as somebody at the other end reads them, each with where it stands on the wire: what is hidden is looked for in every reading
/// that a form, a query, a JSON or an XML document may have been meant in, one inside the other too.
struct Reading {
    private(set) var bytes: [UInt8] = []
    /// Where each stands, from its first byte to behind its last.
    private var starts: [Int] = []
    private var ends: [Int] = []

    init(asSent bytes: [UInt8]) {
        self.bytes = bytes
        starts = Array(bytes.indices)
        ends = bytes.indices.map { $0 + 1 }
    }

    private init(asLongAs other: Reading) {
        bytes.reserveCapacity(other.bytes.count)
        starts.reserveCapacity(other.bytes.count)
        ends.reserveCapacity(other.bytes.count)
    }

    /// Where a piece of it stands on the wire.
    func origin(of range: Range<Int>) -> Range<Int> {
        range.isEmpty ? 0..<0 : starts[range.lowerBound]..<ends[range.upperBound - 1]
    }

    /// It and all that it may have been meant as.
    static func all(of bytes: [UInt8]) -> [Reading] {
        let plain = Reading(asSent: bytes)
        let decoders = Decoder.allCases
        var all = [plain]
        for outer in decoders {
            guard let once = plain.decoded(by: outer) else { continue }
            all.append(once)
            for inner in decoders {
                if let twice = once.decoded(by: inner) { all.append(twice) }
            }
        }
        return all
    }

    /// Without what people write between the digits of a number.
    var withoutSeparators: Reading {
        var squeezed = Reading(asLongAs: self)
        for index in bytes.indices where !Self.separators.contains(bytes[index]) {
            squeezed.take(bytes[index], index..<index + 1, of: self)
        }
        return squeezed
    }

    private static let separators = ByteSet(" -.()/")

    enum Decoder: CaseIterable {
        case percent, json, xml, hex

        /// Where none of them stands there is nothing to decode.
        fileprivate var signs: ByteSet? {
            switch self {
            case .percent: Self.ofPercent
            case .json: Self.ofJSON
            case .xml: Self.ofXML
            case .hex: nil
            }
        }

        private static let ofPercent = ByteSet("%+")
        private static let ofJSON = ByteSet("\\")
        private static let ofXML = ByteSet("&")
    }

    /// nil where nothing is written in this way.
    private func decoded(by decoder: Decoder) -> Reading? {
        guard decoder.signs.map({ signs in bytes.contains { signs.contains($0) } }) ?? true else { return nil }
        var read = Reading(asLongAs: self)
        var index = 0
        var isChanged = false
        while index < bytes.count {
            let piece: (plain: [UInt8], length: Int)? =
                switch decoder {
                case .percent: percent(at: index)
                case .json: escape(at: index)
                case .xml: entity(at: index)
                case .hex: hex(at: index)
                }
            guard let piece else {
                read.take(bytes[index], index..<index + 1, of: self)
                index += 1
                continue
            }
            isChanged = true
            let perByte = decoder == .hex ? 2 : piece.length
            for (offset, byte) in piece.plain.enumerated() {
                let start = decoder == .hex ? index + 2 * offset : index
                read.take(byte, start..<start + perByte, of: self)
            }
            index += piece.length
        }
        return isChanged ? read : nil
    }

    private mutating func take(_ byte: UInt8, _ range: Range<Int>, of source: Reading) {
        bytes.append(byte)
        starts.append(source.starts[range.lowerBound])
        ends.append(source.ends[range.upperBound - 1])
    }

    private func percent(at index: Int) -> ([UInt8], Int)? {
        if bytes[index] == UInt8(ascii: "+") { return ([UInt8(ascii: " ")], 1) }
        guard bytes[index] == UInt8(ascii: "%"), let byte = hexByte(at: index + 1) else { return nil }
        return ([byte], 3)
    }

    private func escape(at index: Int) -> ([UInt8], Int)? {
        guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return ([10], 2)
        case UInt8(ascii: "r"): return ([13], 2)
        case UInt8(ascii: "t"): return ([9], 2)
        case UInt8(ascii: "b"): return ([8], 2)
        case UInt8(ascii: "f"): return ([12], 2)
        case UInt8(ascii: "u"):
            guard let high = unit(at: index + 2) else { return nil }
            if (0xD800..<0xDC00).contains(high), index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
                bytes[index + 7] == UInt8(ascii: "u"), let low = unit(at: index + 8)
            {
                return (Array(String(decoding: [high, low], as: UTF16.self).utf8), 12)
            }
            return (Array(String(decoding: [high], as: UTF16.self).utf8), 6)
        case let letter: return ([letter], 2)
        }
    }

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    private static let longestEntity = 10

    private func entity(at index: Int) -> ([UInt8], Int)? {
        guard bytes[index] == UInt8(ascii: "&") else { return nil }
        guard let end = bytes[index...].prefix(Self.longestEntity).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if let plain = Self.entities[name] { return (Array(plain.utf8), end + 1 - index) }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), end + 1 - index) }
    }

    /// As few as may be somebody's words in UTF-16.
    private static let shortestHex = 8

    /// The whole run.
    private func hex(at index: Int) -> ([UInt8], Int)? {
        var plain: [UInt8] = []
        while let byte = hexByte(at: index + 2 * plain.count) { plain.append(byte) }
        return plain.count * 2 >= Self.shortestHex ? (plain, plain.count * 2) : nil
    }

    private func unit(at index: Int) -> UInt16? {
        guard let high = hexByte(at: index), let low = hexByte(at: index + 2) else { return nil }
        return UInt16(high) << 8 | UInt16(low)
    }

    private func hexByte(at index: Int) -> UInt8? {
        guard index + 1 < bytes.count, let high = Self.hexDigit(bytes[index]), let low = Self.hexDigit(bytes[index + 1]) else { return nil }
        return high << 4 | low
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
