package import Gateways

/// How a request to a gateway ended.
package enum CallEnd: Equatable, Sendable {
    case answered(OutgoingAnswer)
    /// Nothing of it was written: there was no connection, or none that can be trusted.
    case notTaken(why: String)
    /// It may have been carried out.
    case unknown(why: String)
}

/// Carries a request out: the HTTP client, but in tests.
package typealias Call = @Sendable (OutgoingRequest) async -> CallEnd
