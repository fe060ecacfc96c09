import Hummingbird

/// What a browser is given: a page, or a file that belongs to one.
struct BrowserFile: Equatable, Sendable {
    enum Kind: String, Sendable {
        case html = "text/html; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case javaScript = "text/javascript; charset=utf-8"
        case json = "application/json"
    }

    var kind: Kind
    var bytes: [UInt8]

    init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    init(_ kind: Kind, _ text: String) { self.init(kind, Array(text.utf8)) }

    /// Nothing from elsewhere, nothing written into the page itself, and in nobody's frame. The empty icon of a page is a `data:` address.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src data:", "base-uri 'none'",
        "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: kind.rawValue, .cacheControl: "no-store", .contentSecurityPolicy: Self.policy,
                .xContentTypeOptions: "nosniff", .crossOriginResourcePolicy: "same-origin",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
