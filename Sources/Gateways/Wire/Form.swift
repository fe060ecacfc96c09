/// The fields of an `application/x-www-form-urlencoded` body, read strictly: what a gateway could not have sent is refused.
///
/// Written by hand over bytes because URLComponents costs 5 to 20 % of a turn.
struct Form: Equatable, Sendable {
    private var fields: [String: String] = [:]

    init(_ body: [UInt8]) throws(Refusal) {
        var fields: [String: String] = [:]
        try Self.forEachPair(in: body) { name, value, position throws(Refusal) in
            guard fields.updateValue(try Self.text(value, position), forKey: try Self.text(name, position)) == nil else {
                throw Refusal("Field \(position) of the form has a name that was there before; each may come once.")
            }
        }
        self.fields = fields
    }

    /// Each name and its value as the bytes that they stand for, whatever charset these are in, and its place from 1.
    static func forEachPair(
        in body: [UInt8], _ take: (_ name: [UInt8], _ value: [UInt8], _ position: Int) throws(Refusal) -> Void
    ) throws(Refusal) {
        var start = 0
        var position = 0
        while start < body.count {
            let end = body[start...].firstIndex(of: Byte.ampersand) ?? body.count
            defer { start = end + 1 }
            guard end > start else { continue }
            position += 1
            let pair = body[start..<end]
            let equals = pair.firstIndex(of: Byte.equals) ?? end
            let name = try decoded(pair[..<equals], position)
            try take(name, equals < end ? try decoded(pair[(equals + 1)...], position) : [], position)
        }
    }

    /// By their names.
    var all: [String: String] { fields }

    /// nil where the field is not there at all.
    subscript(name: String) -> String? { fields[name] }

    /// The field's value, which may be empty.
    func present(_ name: String) throws(Refusal) -> String {
        guard let value = fields[name] else { throw Refusal("The form's field \(name) is missing.") }
        return value
    }

    /// The field's value, which must say something.
    func filled(_ name: String) throws(Refusal) -> String {
        let value = try present(name)
        guard !value.isEmpty else { throw Refusal("The form's field \(name) is empty.") }
        return value
    }

    private enum Byte {
        static let ampersand = UInt8(ascii: "&")
        static let equals = UInt8(ascii: "=")
        static let plus = UInt8(ascii: "+")
        static let percent = UInt8(ascii: "%")
        static let blank = UInt8(ascii: " ")
        static let nul: UInt8 = 0
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, _ position: Int) throws(Refusal) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case Byte.plus:
                plain.append(Byte.blank)
            case Byte.percent:
                guard index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2]) else {
                    throw Refusal("Field \(position) of the form has a % that is not followed by two hexadecimal digits.")
                }
                plain.append(high << 4 | low)
                index += 2
            case let byte:
                plain.append(byte)
            }
            index += 1
        }
        return plain
    }

    private static func text(_ plain: [UInt8], _ position: Int) throws(Refusal) -> String {
        guard !plain.contains(Byte.nul) else { throw Refusal("Field \(position) of the form has a NUL in it.") }
        guard let text = String(validating: plain, as: UTF8.self) else {
            throw Refusal("Field \(position) of the form is not valid UTF-8.")
        }
        return text
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
