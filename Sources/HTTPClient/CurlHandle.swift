import CCurl
import Foundation
import HTTPTypes

/// One libcurl handle for one exchange: made, used and freed on the thread that waits for it, so it never needs to be Sendable.
struct CurlHandle: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    /// Once a process, before anything else of libcurl.
    private static let started = passerelle_start() == CURLE_OK

    init() throws(HTTPClient.Failure) {
        guard Self.started, let handle = curl_easy_init() else { throw .unusable("libcurl did not start") }
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    consuming func perform(
        _ request: HTTPClient.Request, within timeLimit: Duration, upTo sizeLimit: Int
    ) throws(HTTPClient.Failure) -> HTTPClient.Response {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        // An environment's proxy must not see what goes to a socket or to this machine.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_TIMEOUT_MS, max(1, Int(timeLimit / .milliseconds(1))))
        try set(CURLOPT_URL, request.address)
        if let socket = request.socket { try set(CURLOPT_UNIX_SOCKET_PATH, Self.resolved(socket)) }
        try setMethod(of: request)
        let lines = Self.lines(of: request)
        defer { curl_slist_free_all(lines) }
        try check(passerelle_set_headers(handle, lines))

        let sink = Sink(sizeLimit: sizeLimit)
        try check(passerelle_set_receivers(handle, receiveBody, receiveHeader, Unmanaged.passUnretained(sink).toOpaque()))
        let code = withExtendedLifetime(sink) { curl_easy_perform(handle) }
        guard code == CURLE_OK else { throw failure(code, sink) }
        return HTTPClient.Response(
            status: HTTPResponse.Status(code: passerelle_get_long(handle, CURLINFO_RESPONSE_CODE)), headers: sink.headers, body: sink.body)
    }

    private borrowing func setMethod(of request: HTTPClient.Request) throws(HTTPClient.Failure) {
        if request.method == .head {
            try set(CURLOPT_NOBODY, 1)
        } else if !request.body.isEmpty || request.method != .get {
            let code = request.body.withUnsafeBytes { bytes in
                // An empty array has no address, and without one curl would read the body from standard input.
                if let start = bytes.baseAddress {
                    passerelle_set_body(handle, start, bytes.count)
                } else {
                    passerelle_set_body(handle, "", 0)
                }
            }
            try check(code)
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private static func lines(of request: HTTPClient.Request) -> UnsafeMutablePointer<curl_slist>? {
        var lines: UnsafeMutablePointer<curl_slist>?
        for field in request.headers {
            // A name with nothing behind it is how curl writes an empty value.
            lines = curl_slist_append(lines, field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        // What curl would add by itself: a wait of a second before large bodies, and a form's type for any body.
        lines = curl_slist_append(lines, "Expect:")
        if request.headers[.contentType] == nil { lines = curl_slist_append(lines, "Content-Type:") }
        return lines
    }

    /// A socket's own path: connecting to it takes at most 107 bytes, a link to it may have more.
    private static func resolved(_ socket: String) -> String {
        guard let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: socket) else { return socket }
        return destination.hasPrefix("/")
            ? destination : URL(fileURLWithPath: socket).deletingLastPathComponent().appendingPathComponent(destination).path
    }

    private borrowing func failure(_ code: CURLcode, _ sink: Sink) -> HTTPClient.Failure {
        if sink.isFull { return .tooLarge }
        let words = String(cString: curl_easy_strerror(code))
        if code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL { return .unusable(words) }
        guard passerelle_get_long(handle, CURLINFO_REQUEST_SIZE) > 0 else { return .notConnected(words) }
        return code == CURLE_OPERATION_TIMEDOUT ? .timedOut : .interrupted(words)
    }

    private borrowing func set(_ option: CURLoption, _ text: String) throws(HTTPClient.Failure) {
        try check(passerelle_set_text(handle, option, text))
    }

    private borrowing func set(_ option: CURLoption, _ value: Int) throws(HTTPClient.Failure) {
        try check(passerelle_set_long(handle, option, value))
    }

    private borrowing func check(_ code: CURLcode) throws(HTTPClient.Failure) {
        guard code == CURLE_OK else { throw .unusable(String(cString: curl_easy_strerror(code))) }
    }
}
