extension WebRequest {
    /// What the address says for that name behind its `?`; nil where it says nothing, or nothing that can be read.
    package func queryValue(_ name: String) -> String? {
        guard !query.isEmpty, let form = try? Form(Array(query.utf8)) else { return nil }
        return form[name]
    }
}
