package import Gateways

/// How a request to a gateway ended.
package enum CallEnd: Equatable, Sendable {
    case answered(OutgoingAnswer)
    /// Nothing of it was written: there was no connection.
    case notTaken(why: String)
    /// Nothing of it was written: who answered there has no certificate of the gateway's. That does not pass within seconds.
    case notTrusted
    /// It may have been carried out.
    case unknown(why: String)

    package static let wrongCertificate = "wrong-certificate"
}

/// Carries a request out: the HTTP client, but in tests.
package typealias Call = @Sendable (OutgoingRequest) async -> CallEnd
