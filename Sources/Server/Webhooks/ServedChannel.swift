package import Conversations
package import Gateways

/// A channel at its addresses `/channels/NAME/receive` and `/channels/NAME/status`.
package struct ServedChannel: Sendable {
    package var settings: ChannelSettings
    package var gateway: any Gateway
    package var proof: CallerProof

    package init(settings: ChannelSettings, gateway: any Gateway, proof: CallerProof) {
        self.settings = settings
        self.gateway = gateway
        self.proof = proof
    }
}
