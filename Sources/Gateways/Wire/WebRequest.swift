package import HTTPTypes

/// An HTTP request as a gateway sent it, with its whole body (at most 64 KiB).
package struct WebRequest: Equatable, Sendable {
    package var method: HTTPRequest.Method
    /// What stands behind the `?`, as sent; empty without.
    package var query: String
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(method: HTTPRequest.Method, query: String, headers: HTTPFields, body: [UInt8]) {
        self.method = method
        self.query = query
        self.headers = headers
        self.body = body
    }
}

/// What a gateway is answered.
package struct WebResponse: Equatable, Sendable {
    package var status: HTTPResponse.Status
    package var contentType: String
    package var body: String
    /// Beside the content's type.
    package var headers: HTTPFields

    package init(status: HTTPResponse.Status, contentType: String, body: String, headers: HTTPFields = [:]) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.headers = headers
    }
}
