import HTTPTypes

extension WebRequest {
    /// The body's fields, where this is a form that was posted.
    func postedForm() throws(Refusal) -> Form {
        try expect(contentType: "application/x-www-form-urlencoded")
        return try Form(body)
    }

    /// The body's members, where this is a JSON object that was posted.
    func postedObject() throws(Refusal) -> JSONObject {
        try expect(contentType: "application/json")
        return try JSONObject(body)
    }

    /// The body's value, where this is JSON that was posted.
    func postedTree() throws(Refusal) -> JSONTree {
        try expect(contentType: "application/json")
        return try JSONTree(body)
    }

    /// The body's texts, where this is XML that was posted.
    func postedXML() throws(Refusal) -> XMLFields {
        try expect(contentType: "application/xml", or: "text/xml")
        return try XMLFields(body)
    }

    private func expect(contentType expected: String, or other: String? = nil) throws(Refusal) {
        guard method == .post else { throw Refusal("This address takes POST alone.") }
        guard let given = headers.only(.contentType) else {
            throw Refusal("The header Content-Type is missing; this address takes \(expected).")
        }
        guard given != expected || headers[.contentEncoding] != nil else { return }
        let parts = given.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
        guard parts.first == expected || (other != nil && parts.first == other) else { throw Refusal("This address takes \(expected).") }
        guard parts.dropFirst().allSatisfy({ !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }) else {
            throw Refusal("This address takes \(expected) in UTF-8.")
        }
        guard headers[.contentEncoding] == nil else {
            throw Refusal("This address takes a body as it is, without a Content-Encoding.")
        }
    }
}
