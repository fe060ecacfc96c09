import CCurl
import Glibc

/// An address as libcurl itself reads it, so that the host that is checked is the host that is called.
struct Address: Equatable {
    enum Scheme: String { case http, https }

    var scheme: Scheme
    /// In small letters, an IPv6 one in brackets. `0x7f.1` is 127.0.0.1 here already.
    var host: String

    init(parsing text: String) throws(HTTPClient.Failure) {
        guard let handle = curl_url() else { throw .unusable("libcurl has no memory") }
        defer { curl_url_cleanup(handle) }
        try Self.check(curl_url_set(handle, CURLUPART_URL, text, 0))
        guard let scheme = Scheme(rawValue: try Self.part(CURLUPART_SCHEME, of: handle)) else { throw .unusable("Unsupported URL scheme") }
        self.scheme = scheme
        host = try Self.part(CURLUPART_HOST, of: handle).lowercased()
    }

    /// Whether it is this machine, by whatever of its loopback names.
    var isLoopback: Bool {
        var four = in_addr()
        if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || host.hasPrefix("[::ffff:127.")
    }

    private static func part(_ part: CURLUPart, of handle: OpaquePointer) throws(HTTPClient.Failure) -> String {
        var text: UnsafeMutablePointer<CChar>?
        try check(curl_url_get(handle, part, &text, 0))
        guard let text else { return "" }
        defer { curl_free(text) }
        return String(cString: text)
    }

    private static func check(_ code: CURLUcode) throws(HTTPClient.Failure) {
        guard code == CURLUE_OK else { throw .unusable(String(cString: curl_url_strerror(code))) }
    }
}
