/// How a gateway signs its requests, so that who knows the key knows who is calling. A secret is shown with every request; a key never is.
package protocol CallSignature: Sendable {
    /// Whether the request bears a signature made with one of the keys; compared in constant time.
    ///
    /// - Parameter address: the whole of it, as the gateway called it: through a proxy that is the public one.
    func isValid(_ request: WebRequest, calledAt address: String, keys: [String]) -> Bool
}

/// What the catalogue says of a gateway that signs.
package struct CallSigning: Sendable {
    /// The channel's setting that is the key; where it is not set, nothing is signed.
    package var setting: String
    /// Whether the address is signed, so that we must know how the gateway writes it.
    package var coversAddress: Bool
    /// From the channel's own settings, by their names.
    package var make: @Sendable ([String: String]) -> any CallSignature
}
