/// A text with nothing in it that means something in an address or a form (RFC 3986 §2.3): everything else as its UTF-8 bytes, a blank too.
func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            String(Unicode.Scalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }.joined()
}

/// Fields as a form or a query has them, in their order.
func formEncoded(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(percentEncoded($0.name))=\(percentEncoded($0.value))" }.joined(separator: "&")
}

/// An address with more behind its `?`, whether it has one already or not.
func address(_ address: String, asking query: String) -> String {
    address + (!address.contains("?") ? "?" : address.hasSuffix("?") || address.hasSuffix("&") ? "" : "&") + query
}

/// A base with a path behind it, where the base does not end with that already.
func address(_ base: String, path: String) -> String {
    var base = base
    while base.hasSuffix("/") { base.removeLast() }
    return base.hasSuffix(path) ? base : base + path
}
