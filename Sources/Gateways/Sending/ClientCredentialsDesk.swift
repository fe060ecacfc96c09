import HTTPTypes

/// Gives out bearer tokens for a client's own id and secret (RFC 6749 §4.4).
struct ClientCredentialsDesk: TokenDesk {
    var request: OutgoingRequest

    /// Where an answer does not say for how long its token is good.
    private static let shortLifetime = Duration.seconds(300)
    /// Seconds. No desk gives longer ones than some months; a slip in one answer must not keep a dead token for years.
    private static let longestLifetime = 90 * 86_400

    func token(in answer: OutgoingAnswer) -> Token? {
        guard (200..<300).contains(answer.status.code), let tree = answer.tree, let text = tree.filled("access_token"),
            Self.isBearable(text)
        else { return nil }
        // `expires_in` is a number by the RFC, and a text with both MTN and Orange.
        guard let seconds = tree.filled("expires_in").flatMap({ Int($0) }), seconds > 0 else {
            return Token(text: text, lifetime: Self.shortLifetime)
        }
        return Token(text: text, lifetime: .seconds(min(seconds, Self.longestLifetime)))
    }

    /// What may stand behind `Bearer` in a header (RFC 6750 §2.1).
    private static func isBearable(_ text: String) -> Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }

    /// The same machine's desk: a channel's `url` without its path, and the desk's path.
    static func address(_ path: String, besides url: String) -> String {
        guard let scheme = url.firstRange(of: "://"), let slash = url[scheme.upperBound...].firstIndex(of: "/") else { return url + path }
        return url[..<slash] + path
    }
}
