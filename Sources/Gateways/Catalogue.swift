package import Texting

/// A kind of gateway that a channel can name.
package struct GatewayKind: Sendable {
    /// Who is at the other end of it.
    package enum Use: Sendable {
        /// People, through a telecom gateway.
        case service
        /// Staff who try things out: what is done on it is marked as a test.
        case trial
    }

    /// What comes and goes by it.
    package enum Carries: Sendable {
        case ussd, sms
        /// One or the other, message by message.
        case both
    }

    /// Where its form is laid down.
    package enum Description: Sendable {
        /// In its folder here.
        case built
        /// In the channel's configuration.
        case configuredUSSD, configuredSMS
    }

    /// How words of ours that answer an SMS reach the phone.
    package enum Replies: Sendable {
        /// In our answer to the gateway's request.
        case inAnswer
        /// As a message of their own, through the outbox.
        case asMessage
    }

    /// How a gateway brings our secret back where we tell it an address to call.
    package enum Presenting: Sendable {
        /// As the address has it: `?key=…`.
        case inQuery
        /// By HTTP Basic, where the address has it in front of the host.
        case byBasic
    }

    /// As `gateway:` of a channel writes it.
    package var name: String
    package var use: Use
    package var carries: Carries
    package var replies = Replies.inAnswer
    package var presents = Presenting.inQuery
    /// How long after its reply the same bytes of a session count as the same step, where a step comes without a key of its own.
    package var retriesWithin: Duration?
    package var description = Description.built
    /// What a channel of it can set beside what every channel can.
    package var settings: [GatewaySetting] = []
    /// nil where it signs nothing, so that its calls are proved by a secret or by where they come from.
    package var signature: CallSigning?
    package var make: @Sendable (GatewaySettings) -> any Gateway
    /// nil where it sends nothing of its own accord.
    package var makeSender: (@Sendable (SenderSettings) -> any Sender)?
}

/// What a channel's configuration says to its gateway.
package struct GatewaySettings: Equatable, Sendable {
    package var country: Country
    /// What is dialled, with the extension of a shared code: `*123#`, `*237*45#`; nil where the channel has none.
    package var code: String?
    /// What its requests and answers look like, where the configuration says it.
    package var shape: GatewayShape?
    /// By `GatewaySetting.name`.
    package var values: [String: String]

    package init(country: Country, code: String?, shape: GatewayShape? = nil, values: [String: String] = [:]) {
        self.country = country
        self.code = code
        self.shape = shape
        self.values = values
    }
}

/// Every gateway there is: another one is a folder beside this file and a line in it.
package enum Catalogue {
    package static let kinds = [
        .africasTalkingSMS,
        GatewayKind(name: "africas-talking-ussd", use: .service, carries: .ussd) { AfricasTalkingUSSD(code: $0.code, country: $0.country) },
        .httpSMS,
        GatewayKind(name: "http-ussd", use: .service, carries: .ussd, retriesWithin: quickly, description: .configuredUSSD) {
            HTTPUSSD(shape: $0.shape?.ussd ?? .plain, code: $0.code, country: $0.country)
        },
        GatewayKind(name: "hubtel-ussd", use: .service, carries: .ussd, retriesWithin: quickly) {
            HubtelUSSD(code: $0.code, country: $0.country)
        },
        .infobip,
        .kannel,
        .kannelUSSD,
        .mtnSMS,
        GatewayKind(name: "mtn-ussd", use: .service, carries: .ussd, retriesWithin: quickly) {
            MTNUSSD(code: $0.code, country: $0.country)
        },
        .orangeSMS,
        GatewayKind(name: "phone", use: .trial, carries: .both) { Phone(code: $0.code, country: $0.country) },
        .twilio,
        .vonage,
    ]

    /// Nobody reads a screen and types the same again in less.
    static let quickly = Duration.seconds(2)

    /// The kind of that name; nil where there is none, and `names` says what there is.
    package static func kind(named name: String) -> GatewayKind? { kinds.first { $0.name == name } }

    package static var names: [String] { kinds.map(\.name) }
}
