/// What stands behind the `?` of a `get-url`: the message's bytes are in the message's own charset, so no value is a text yet.
struct KannelQuery: Equatable, Sendable {
    private var fields: [String: [UInt8]] = [:]

    init(_ query: String) throws(Refusal) {
        var fields: [String: [UInt8]] = [:]
        try Form.forEachPair(in: Array(query.utf8)) { name, value, position throws(Refusal) in
            guard fields.updateValue(value, forKey: String(decoding: name, as: UTF8.self)) == nil else {
                throw Refusal("Field \(position) of the address has a name that was there before; each may come once.")
            }
        }
        self.fields = fields
    }

    /// nil where the field is not there at all.
    subscript(name: String) -> [UInt8]? { fields[name] }

    func text(_ name: String) -> String? { fields[name].map { Charset.unknown.text($0) } }
}
