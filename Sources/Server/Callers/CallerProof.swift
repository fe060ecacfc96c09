package import Gateways
import HTTPTypes

/// How a channel knows that its gateway is calling, and nobody else.
package struct CallerProof: Sendable {
    private let secrets: [Secret]
    private let networks: [NetworkRange]
    private let signature: (any CallSignature)?
    private let keys: [String]

    /// All that is given must be brought.
    ///
    /// - Parameters:
    ///   - secrets: up to two are valid at a time, so that one can be changed without a gap; empty ones are none.
    ///   - networks: where the gateway calls from; empty: from anywhere.
    ///   - signature: how the gateway signs, where it does.
    ///   - keys: what it signs with; empty ones are none, and without any nothing is signed.
    package init(secrets: [String] = [], networks: [NetworkRange] = [], signature: (any CallSignature)? = nil, keys: [String] = []) {
        self.secrets = secrets.compactMap(Secret.init)
        self.networks = networks
        self.keys = keys.filter { !$0.isEmpty }
        self.signature = self.keys.isEmpty ? nil : signature
    }

    /// Whether there is anything to prove by; without, only this machine is answered.
    package var isGiven: Bool { !secrets.isEmpty || !networks.isEmpty || signature != nil }

    /// nil where the caller has proved itself.
    ///
    /// - Parameter isPublic: whether the service has a public address, so that a request from this machine may be anybody's.
    func refusal(of request: WebRequest, from peer: IPAddress?, isPublic: Bool) -> Refusal? {
        let caller = Caller(peer: peer, headers: request.headers)
        guard isGiven else { return unproved(caller, isPublic: isPublic) }
        if !networks.isEmpty {
            guard let origin = caller.origin, networks.contains(where: { $0.contains(origin) }) else {
                return Refusal(.forbidden, "This channel is not open to the network that is calling.")
            }
        }
        guard secrets.isEmpty || Secret.presented(by: request).count(where: { $0.isAmong(secrets) }) > 0 else {
            return Refusal(.forbidden, "The secret is missing or wrong; this channel answers only who proves to be its gateway.")
        }
        return nil
    }

    /// nil where the request bears its gateway's signature, or none is asked for. It speaks for the body, so it is looked at once that is there.
    ///
    /// - Parameter address: the whole of it, as the gateway called it.
    func refusal(ofSigned request: WebRequest, calledAt address: @autoclosure () -> String) -> Refusal? {
        guard let signature, !signature.isValid(request, calledAt: address(), keys: keys) else { return nil }
        return Refusal(
            .forbidden,
            "The signature is missing or wrong; it is made with the account's key, and of the address under which the gateway knows us: public-address."
        )
    }

    private func unproved(_ caller: Caller, isPublic: Bool) -> Refusal? {
        if isPublic {
            return Refusal(.forbidden, "This channel has neither a secret nor networks, and public-address is set; give it one of them.")
        }
        guard caller.isLocal else {
            return Refusal(.forbidden, "This channel has neither a secret nor networks, so it answers only this machine itself.")
        }
        return nil
    }
}
