extension WebRequest {
    /// What the address says for that name behind its `?`; nil where it says nothing, nothing that can be read, or two things.
    ///
    /// Only that value is read as text: beside it may stand a message in a charset of its own.
    package func queryValue(_ name: String) -> String? {
        guard !query.isEmpty else { return nil }
        var values: [[UInt8]] = []
        do throws(Refusal) {
            try Form.forEachPair(in: Array(query.utf8)) { key, value, _ in
                if key.elementsEqual(name.utf8) { values.append(value) }
            }
        } catch {
            return nil
        }
        guard values.count == 1, let value = values.first, !value.contains(0) else { return nil }
        return String(validating: value, as: UTF8.self)
    }
}
