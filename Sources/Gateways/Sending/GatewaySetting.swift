package import Texting

/// A setting of a channel that only its gateway has, by the name that the gateway's own documentation uses.
package struct GatewaySetting: Equatable, Sendable {
    package enum Need: Equatable, Sendable {
        /// Without it nothing can be sent.
        case toSend
        /// Without it nothing that comes in can be proved.
        case toReceive
        case never
    }

    /// `api-key`.
    package var name: String
    /// It may stand in a file or in the environment, and is shown to nobody.
    package var isSecret: Bool
    package var need: Need

    package init(_ name: String, isSecret: Bool = false, need: Need = .toSend) {
        self.name = name
        self.isSecret = isSecret
        self.need = need
    }
}

/// What a channel's configuration says to the half that sends.
package struct SenderSettings: Equatable, Sendable {
    /// The channel's `url`.
    package var url: String
    /// What our messages come from: the channel's `sender`, else its `code`.
    package var sender: String?
    package var country: Country
    /// By `GatewaySetting.name`.
    package var values: [String: String]
    /// What the requests look like, where the configuration says it.
    package var shape: GatewayShape?

    package init(url: String, sender: String?, country: Country, values: [String: String] = [:], shape: GatewayShape? = nil) {
        self.url = url
        self.sender = sender
        self.country = country
        self.values = values
        self.shape = shape
    }

    /// Empty where the configuration says nothing; what is needed was asked for before.
    package subscript(name: String) -> String { values[name] ?? "" }
}
