import Foundation
package import HTTPTypes

/// Calls other programs over HTTP, by TCP or by a Unix socket.
///
/// It stands on libcurl, since URLSession on Linux crashes where requests are cancelled while others run.
package struct HTTPClient: Sendable {
    /// How long a whole exchange may take, connecting included.
    package var timeLimit: Duration
    /// Bytes of an answer's body that are taken; more is `Failure.tooLarge`.
    package var sizeLimit: Int

    package init(timeLimit: Duration = .seconds(15), sizeLimit: Int = 16 * 1024 * 1024) {
        self.timeLimit = timeLimit
        self.sizeLimit = sizeLimit
    }

    package struct Request: Equatable, Sendable {
        package var method: HTTPRequest.Method
        /// The whole of it: `http://127.0.0.1:8080/health/live`. With a socket, its host is only what the `Host` header says.
        package var address: String
        /// The path of a Unix socket to connect to instead; it may be a link to one.
        package var socket: String?
        package var headers: HTTPFields
        package var body: [UInt8]

        package init(
            method: HTTPRequest.Method = .get, address: String, socket: String? = nil, headers: HTTPFields = [:], body: [UInt8] = []
        ) {
            self.method = method
            self.address = address
            self.socket = socket
            self.headers = headers
            self.body = body
        }
    }

    package struct Response: Equatable, Sendable {
        package var status: HTTPResponse.Status
        package var headers: HTTPFields
        package var body: [UInt8]

        /// The body as UTF-8; what is none becomes U+FFFD.
        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    package enum Failure: Error, Equatable, Sendable {
        /// Nothing of the request left, so that trying again is safe.
        case notConnected(String)
        /// The request left, and no whole answer came in time: whether it was carried out is not known.
        case timedOut
        /// The request left, and the connection broke: whether it was carried out is not known.
        case interrupted(String)
        /// The answer's body has more bytes than are taken.
        case tooLarge
        /// The request could not be made of this.
        case unusable(String)
    }

    /// Sends it and waits for the whole answer, whatever its status.
    ///
    /// A cancelled task still waits, at most for the time limit: what has left can't be called back.
    package func send(_ request: Request) async throws(Failure) -> Response {
        let client = self
        let result: Result<Response, Failure> = await withCheckedContinuation { continuation in
            // libcurl blocks, and the threads that carry tasks are too few to wait on somebody else's answer.
            let thread = Thread { continuation.resume(returning: client.exchange(request)) }
            thread.name = "http-client"
            thread.start()
        }
        return try result.get()
    }

    private func exchange(_ request: Request) -> Result<Response, Failure> {
        do throws(Failure) {
            return .success(try CurlHandle().perform(request, within: timeLimit, upTo: sizeLimit))
        } catch {
            return .failure(error)
        }
    }
}
