package import HTTPTypes

extension HTTPClient {
    package struct Request: Equatable, Sendable {
        package var method: HTTPRequest.Method
        /// The whole of it: `http://127.0.0.1:8080/health/live`. With a socket, its host is only what the `Host` header says.
        package var address: String
        /// The path of a Unix socket to connect to instead; it may be a link to one.
        package var socket: String?
        package var headers: HTTPFields
        package var body: [UInt8]
        package var repetition: Repetition

        package init(
            method: HTTPRequest.Method = .get, address: String, socket: String? = nil, headers: HTTPFields = [:], body: [UInt8] = [],
            repetition: Repetition = .never
        ) {
            self.method = method
            self.address = address
            self.socket = socket
            self.headers = headers
            self.body = body
            self.repetition = repetition
        }
    }

    /// What becomes of a request when a kept connection dies under it before any of the answer has come.
    ///
    /// The method does not tell: some gateways send a message on a GET.
    package enum Repetition: Equatable, Sendable {
        /// It fails, and whether it was carried out is not known.
        case never
        /// It is sent once more on a fresh connection, for what may be carried out twice.
        case onFreshConnection
    }

    package struct Response: Equatable, Sendable {
        package var status: HTTPResponse.Status
        package var headers: HTTPFields
        package var body: [UInt8]

        /// The body as UTF-8; what is none becomes U+FFFD.
        package var text: String { String(decoding: body, as: UTF8.self) }
    }
}
