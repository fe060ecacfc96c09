package import HTTPTypes

/// An HTTP request that we make.
package struct OutgoingRequest: Equatable, Sendable {
    package var method: HTTPRequest.Method
    /// The whole of it, query included.
    package var address: String
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(method: HTTPRequest.Method, address: String, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
    }
}

/// What came back for it.
package struct OutgoingAnswer: Equatable, Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
