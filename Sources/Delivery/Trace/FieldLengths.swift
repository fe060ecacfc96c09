/// What a body is made of where nobody knows what in it is a person's: the names of its fields and how long each is.
///
/// The signs between them stay, so that a document that is broken shows where.
struct FieldLengths {
    /// Fields whose value may be shown.
    let codes: Codes
    private var masked: Masked
    private var name = ""

    /// Which values are shown.
    enum Codes {
        case none
        /// Those that say what the gateway does: a status, a type, a charset.
        case known

        private static let names: Set<String> = [
            "status", "statuscode", "messagestatus", "deliverystatus", "smsstatus", "groupname", "groupid", "err", "error", "errcode",
            "errorcode", "code", "type", "messagetype", "encoding", "charset", "coding", "sequence", "servicecode", "networkcode",
            "network",
            "operator", "mcc", "mnc", "mccmnc", "smsc", "failurereason", "reason", "retrycount", "durationinmillis", "hopscount", "cost",
            "price", "currency", "currencycode", "smscount", "messagecount", "numsegments", "nummedia", "apiversion", "contenttype",
            "contentlength", "useragent", "accept", "acceptencoding", "host", "connection", "xkannelcoding", "xkannelcharset",
            "xkannelsmsc", "xforwardedproto",
        ]
        /// In bytes, and in digits of them: more may be a number.
        private static let (longest, mostDigits) = (80, 6)

        func shows(_ value: some Collection<UInt8>, of name: String) -> Bool {
            guard self == .known, Self.names.contains(name.lowercased().filter { !"-_.".contains($0) }) else { return false }
            return value.count <= Self.longest && value.count(where: { Digits.isDigit($0) }) <= Self.mostDigits
        }
    }

    private init(_ masked: Masked, _ codes: Codes) {
        self.masked = masked
        self.codes = codes
    }

    /// How fields are laid out.
    enum Layout { case form, json, xml, none }

    static func measure(_ masked: inout Masked, as layout: Layout, showing codes: Codes) {
        var fields = FieldLengths(masked, codes)
        switch layout {
        case .form: fields.form()
        case .json: fields.json()
        case .xml: fields.xml()
        case .none: fields.masked.measure(masked.bytes.indices)
        }
        masked = fields.masked
    }

    private var bytes: [UInt8] { masked.bytes }

    private mutating func form() {
        for pair in bytes.indices.split(separator: UInt8(ascii: "&"), by: bytes) {
            // Where no name ends, all of it may be somebody's words.
            guard let equals = bytes[pair].firstIndex(of: UInt8(ascii: "=")) else {
                masked.measure(pair)
                continue
            }
            take(name: pair.lowerBound..<equals)
            take(value: equals + 1..<pair.upperBound)
        }
    }

    private mutating func json() {
        let signs = ByteSet("{}[],: \t\r\n")
        var index = 0
        while index < bytes.count {
            if signs.contains(bytes[index]) {
                index += 1
            } else if bytes[index] == UInt8(ascii: "\"") {
                var end = index + 1
                while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
                end = min(end, bytes.count)
                let next = bytes[min(end + 1, bytes.count)...].first { !ByteSet.blanks.contains($0) }
                if next == UInt8(ascii: ":") { take(name: index + 1..<end) } else { take(value: index + 1..<end) }
                index = end + 1
            } else {
                let end = bytes[index...].firstIndex { signs.contains($0) || $0 == UInt8(ascii: "\"") } ?? bytes.count
                if !Self.literals.contains(String(decoding: bytes[index..<end], as: UTF8.self)) { take(value: index..<end) }
                index = end
            }
        }
    }

    private static let literals: Set<String> = ["true", "false", "null"]

    private mutating func xml() {
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
                tag(index + 1..<end)
                index = end + 1
            } else {
                let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if !bytes[index..<end].allSatisfy({ ByteSet.blanks.contains($0) }) { take(value: index..<end) }
                index = end
            }
        }
    }

    /// An end, a comment, a declaration and attributes with blanks in them are measured whole, or as far as they are no names.
    private mutating func tag(_ range: Range<Int>) {
        let inner = bytes[range.lowerBound...].first == UInt8(ascii: "/") ? range.lowerBound + 1..<range.upperBound : range
        let end = bytes[inner].firstIndex { ByteSet.blanks.contains($0) || $0 == UInt8(ascii: "/") } ?? inner.upperBound
        take(name: inner.lowerBound..<end)
        if end < inner.upperBound, bytes[end..<inner.upperBound].contains(UInt8(ascii: "=")) { masked.measure(end..<inner.upperBound) }
    }

    /// A name of a program's making; anything else may be somebody's words.
    private mutating func take(name range: Range<Int>) {
        let isName =
            (1...Self.longestName).contains(range.count)
            && bytes[range].allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
        name = isName ? String(decoding: bytes[range], as: UTF8.self) : ""
        if !isName { masked.measure(range) }
    }

    private static let longestName = 40

    private mutating func take(value range: Range<Int>) {
        if !codes.shows(bytes[range], of: name) { masked.measure(range) }
    }
}

extension FieldLengths.Layout {
    /// As the content's type says it; JSON is taken for itself too, since its names cannot be mistaken for anybody's words.
    init(of body: [UInt8], type: String) {
        let first = body.first { !ByteSet.blanks.contains($0) }
        if type.contains("form-urlencoded") {
            self = .form
        } else if type.contains("json") || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            self = .json
        } else {
            self = type.contains("xml") ? .xml : .none
        }
    }
}

extension Range<Int> {
    /// The pieces between the places where that byte stands.
    fileprivate func split(separator: UInt8, by bytes: [UInt8]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = lowerBound
        for index in self where bytes[index] == separator {
            pieces.append(start..<index)
            start = index + 1
        }
        return (pieces + [start..<upperBound]).filter { !$0.isEmpty }
    }
}
