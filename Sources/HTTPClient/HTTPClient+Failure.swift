extension HTTPClient {
    package enum Failure: Error, Equatable, Sendable {
        /// The request could not be made of this.
        case unusable(String)
        /// Its host is none of those that may be called.
        case notAllowed(host: String)
        /// The client was stopped before, or could not start.
        case stopped
        /// No connection came about in time.
        case notConnected(String)
        /// Whoever answered could not prove by a certificate to be the host that was called.
        case notTrusted
        /// The task was cancelled.
        case cancelled(Fate)
        /// No whole answer came in time.
        case timedOut
        /// The connection broke, or what came is no answer.
        case interrupted(String)
        /// The answer has more bytes than are taken.
        case tooLarge

        package var fate: Fate {
            switch self {
            case .unusable, .notAllowed, .stopped, .notConnected, .notTrusted: .notTaken
            case .timedOut, .interrupted, .tooLarge: .unknown
            case .cancelled(let fate): fate
            }
        }
    }

    /// What may have become of a request that failed.
    package enum Fate: Equatable, Sendable {
        /// Nothing of it was written, so that trying again is safe.
        case notTaken
        /// Some of it may have been written: whether it was carried out is not known.
        case unknown
    }
}
