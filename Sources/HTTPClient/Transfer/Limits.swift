/// What holds for every exchange of a client.
struct Limits: Sendable {
    /// How long it may take in all.
    var whole: Duration
    /// How long it may take until the request can be written.
    var connecting: Duration
    /// Bytes of the answer's body.
    var size: Int
    /// A file of the certificates that are trusted; nil: the system's.
    var authorities: String?

    /// Seconds that a connection may have been idle and still be used: servers close theirs after 5 and more (Apache's and Node's default),
    /// and a request that crosses with the closing is lost without a word. libcurl counts whole seconds, so this is less than 4.
    static let longestIdle = 3
    /// Seconds after which a busy connection is given up for a fresh one, so that a changed name or a machine taken out of service is noticed.
    static let longestLife = 300
    /// Bytes of an answer's head; Apache and nginx send no more than 8 KiB a line.
    static let headSize = 64 * 1024
}
