package import HTTPTypes

/// Requests and answers as text, for rooms that show them and carry no HTTP themselves.
extension HTTPFields {
    package var written: [(name: String, value: String)] { map { ($0.name.rawName, $0.value) } }

    /// What the content says that it is; empty where it says nothing.
    package var contentTypeWritten: String { self[.contentType]?.lowercased() ?? "" }
}

extension OutgoingRequest {
    package var verb: String { method.rawValue }
}

extension WebRequest {
    package var verb: String { method.rawValue }
}

extension WebResponse {
    package var statusCode: Int { status.code }
}
