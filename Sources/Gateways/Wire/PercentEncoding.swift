extension String {
    /// As it may stand in a form, in a query or as a piece of a path: all but RFC 3986's unreserved signs as `%XX` of UTF-8, so that a
    /// blank is `%20`, which every decoder reads alike.
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 0x10 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    /// `a=1&b=2`, in that order, as a form's body or a query.
    init(fields: KeyValuePairs<String, String>) {
        self = fields.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    /// The same where it depends on the message which fields there are.
    init(fields: [(key: String, value: String)]) {
        self = fields.map { "\($0.key.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
    }

    /// The address with one more field in its query.
    func adding(_ name: String, _ value: String) -> String { adding(query: "\(name.percentEncoded)=\(value.percentEncoded)") }

    /// The address with more behind its `?`, whether it has one already or not.
    func adding(query: String) -> String { self + (contains("?") ? hasSuffix("?") ? "" : "&" : "?") + query }

    /// A gateway's address with a path behind it, which is not added twice; a slash at the base's end is none of it.
    func address(of path: String) -> String {
        var base = self
        while base.hasSuffix("/") { base.removeLast() }
        return base.hasSuffix(path) ? base : base + path
    }
}
