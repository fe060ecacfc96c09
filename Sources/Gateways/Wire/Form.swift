/// The fields of an `application/x-www-form-urlencoded` body, read strictly: what a gateway could not have sent is refused.
///
/// Written by hand over bytes because URLComponents costs 5 to 20 % of a turn. A gateway sends a handful of fields, which are found sooner by
/// looking at each than by a hash.
struct Form: Equatable, Sendable {
    private struct Field: Equatable {
        var name: String
        var value: String
    }

    private var fields: [Field] = []

    /// So many are looked through for a name that comes twice; with more a set is kept, so that a body full of names costs no more than its bytes.
    private static let few = 16

    init(_ body: [UInt8]) throws(Refusal) {
        var fields: [Field] = []
        fields.reserveCapacity(Self.few)
        var names: Set<String> = []
        var plain: [UInt8] = []
        try Self.forEachPair(in: body) { (rawName: Raw, rawValue: Raw, position: Int) throws(Refusal) in
            let name = try Self.text(body, rawName, position, by: &plain)
            let value = try Self.text(body, rawValue, position, by: &plain)
            if fields.count == Self.few { names = Set(fields.map(\.name)) }
            let isNew = fields.count < Self.few ? !fields.contains { $0.name == name } : names.insert(name).inserted
            guard isNew else {
                throw Refusal("Field \(position) of the form has a name that was there before; each may come once.")
            }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// Each name and its value as the bytes that they stand for, whatever charset these are in, and its place from 1.
    static func forEachPair(
        in body: [UInt8], _ take: (_ name: [UInt8], _ value: [UInt8], _ position: Int) throws(Refusal) -> Void
    ) throws(Refusal) {
        try forEachPair(in: body) { (rawName: Raw, rawValue: Raw, position: Int) throws(Refusal) in
            var (name, value): ([UInt8], [UInt8]) = ([], [])
            try decode(body, rawName.range, position, into: &name)
            try decode(body, rawValue.range, position, into: &value)
            try take(name, value, position)
        }
    }

    /// By their names.
    var all: [String: String] { Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) }) }

    /// nil where the field is not there at all.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The field's value, which may be empty.
    func present(_ name: String) throws(Refusal) -> String {
        guard let value = self[name] else { throw Refusal("The form's field \(name) is missing.") }
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

    /// A name or a value as it was sent.
    private struct Raw {
        var range: Range<Int>
        /// Nothing but ASCII that stands for itself.
        var isPlain: Bool
    }

    private static func forEachPair(
        in body: [UInt8], _ take: (_ name: Raw, _ value: Raw, _ position: Int) throws(Refusal) -> Void
    ) throws(Refusal) {
        var start = 0
        var position = 0
        while start < body.count {
            let name = raw(in: body, from: start, endsAtEquals: true)
            var value = Raw(range: name.range.upperBound..<name.range.upperBound, isPlain: true)
            if value.range.lowerBound < body.count, body[value.range.lowerBound] == Byte.equals {
                value = raw(in: body, from: value.range.lowerBound + 1, endsAtEquals: false)
            }
            defer { start = value.range.upperBound + 1 }
            guard value.range.upperBound > start else { continue }
            position += 1
            try take(name, value, position)
        }
    }

    private static func raw(in body: [UInt8], from start: Int, endsAtEquals: Bool) -> Raw {
        var raw = Raw(range: start..<body.count, isPlain: true)
        for index in start..<body.count {
            switch body[index] {
            case Byte.equals where endsAtEquals, Byte.ampersand:
                raw.range = start..<index
                return raw
            case Byte.plus, Byte.percent, Byte.nul, 0x80...:
                raw.isPlain = false
            default:
                break
            }
        }
        return raw
    }

    private static func decode(_ body: [UInt8], _ range: Range<Int>, _ position: Int, into plain: inout [UInt8]) throws(Refusal) {
        plain.removeAll(keepingCapacity: true)
        plain.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            switch body[index] {
            case Byte.plus:
                plain.append(Byte.blank)
            case Byte.percent:
                guard index + 2 < range.upperBound, let high = hexadecimal(body[index + 1]), let low = hexadecimal(body[index + 2]) else {
                    throw Refusal("Field \(position) of the form has a % that is not followed by two hexadecimal digits.")
                }
                plain.append(high << 4 | low)
                index += 2
            case let byte:
                plain.append(byte)
            }
            index += 1
        }
    }

    /// - Parameter plain: room for the bytes, used again for each text.
    private static func text(_ body: [UInt8], _ raw: Raw, _ position: Int, by plain: inout [UInt8]) throws(Refusal) -> String {
        if raw.isPlain { return String(decoding: body[raw.range], as: UTF8.self) }
        try decode(body, raw.range, position, into: &plain)
        var isASCII = true
        for byte in plain {
            guard byte != Byte.nul else { throw Refusal("Field \(position) of the form has a NUL in it.") }
            if byte > 0x7F { isASCII = false }
        }
        // Nothing of it can be invalid, and being told so costs more than all the rest.
        if isASCII { return String(decoding: plain, as: UTF8.self) }
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
