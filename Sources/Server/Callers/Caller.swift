import HTTPTypes

/// Where a request comes from, as far as it can be known.
struct Caller: Equatable, Sendable {
    /// The other end of the connection; nil where it has no address of the internet.
    var peer: IPAddress?
    /// Whether a proxy says that it passes the request on.
    var isForwarded: Bool
    /// Who sent it: the peer, or whom a proxy on this machine names.
    var origin: IPAddress?

    init(peer: IPAddress?, headers: HTTPFields) {
        self.peer = peer
        isForwarded = headers.contains { Self.isForwarding($0.name) }
        guard isForwarded, peer?.isLoopback == true else {
            origin = peer
            return
        }
        // The last entry is the one that the nearest proxy, ours, has added; those before it anybody can write.
        let last = Self.forwardedFor.flatMap { headers[$0] }?.split(separator: ",").last
        origin = last.flatMap { entry in IPAddress(parsing: entry.filter { $0 != " " }) }
    }

    /// On this machine, and nobody else behind it.
    var isLocal: Bool { peer?.isLoopback == true && !isForwarded }

    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")

    private static func isForwarding(_ name: HTTPField.Name) -> Bool {
        // By bytes, since this is asked of every header.
        let name = name.canonicalName.utf8
        return name.elementsEqual("forwarded".utf8) || name.starts(with: "x-forwarded-".utf8)
    }
}
