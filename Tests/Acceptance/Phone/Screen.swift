import HTTPClient
import HTTPTypes

/// What a phone shows, read as strictly as the gateway reads it.
enum Screen: Equatable, Sendable, CustomStringConvertible {
    /// Waits for an answer.
    case open(String)
    /// The session is over.
    case closed(String)

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    init(_ response: HTTPClient.Response) throws {
        guard response.status == .ok else { throw Unreadable(description: "\(response.status): \(response.text)") }
        guard response.headers[.contentType]?.hasPrefix("text/plain") == true else { throw Unreadable(description: "not text/plain") }
        let text = response.text
        switch text.prefix(4) {
        case "CON ": self = .open(String(text.dropFirst(4)))
        case "END ": self = .closed(String(text.dropFirst(4)))
        default: throw Unreadable(description: "neither CON nor END: \(text)")
        }
        // ASCII, as is the channel's default, or UCS-2 where somebody's own letters have no plain form.
        let limit = self.text.utf8.allSatisfy { $0 < 0x80 } ? 160 : 80
        guard self.text.utf16.count <= limit else { throw Unreadable(description: "longer than a page: \(text)") }
    }

    var text: String {
        switch self {
        case .open(let text), .closed(let text): text
        }
    }

    var lines: [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    var isOpen: Bool {
        switch self {
        case .open: true
        case .closed: false
        }
    }

    var description: String {
        switch self {
        case .open(let text): "CON \(text)"
        case .closed(let text): "END \(text)"
        }
    }
}
