import Dialogs
import Gateways
import Texting

/// One entry of `channels`.
struct ChannelConfiguration {
    var name: String
    var gateway: GatewayKind
    /// What its requests and answers look like, where the gateway's kind leaves it to the configuration.
    var shape: GatewayShape?
    var code: String?
    /// What people dial where they are told to, on a channel that they write to.
    var dialled: String?
    var sender: String?
    var answers: Bool
    /// By language; the source language's where the file gives one text.
    var cost: [Language: String]
    /// nil: as the kind of channel has them.
    var letters: Letters?
    /// Units a USSD page.
    var page: Int
    /// How long a network waits for a key, and for the whole session.
    var idle: Duration
    var total: Duration
    /// Messages a second.
    var rate: Int
    /// What a part costs, until its gateway says what it really did.
    var partPrice: Money?
    var dailyParts: Int?
    var dailyMoney: Money?
    /// Proofs of the caller; two are valid at a time, so that one can be changed without a gap.
    var secrets: [String]
    var networks: [String]
    /// Where its gateway takes messages of ours; nil where it receives and answers alone.
    var url: String?
    /// What only its gateway has, by `GatewaySetting.name`.
    var values: [String: String] = [:]

    /// Septets in a USSD page where the configuration does not say: what operators carry in practice, of the 182 of 3GPP TS 23.038.
    static let page = 160
    static let idle = Duration.seconds(30)
    static let total = Duration.seconds(180)
    static let rate = 10

    /// How words of ours that answer an SMS reach the phone, which a description can say too.
    var replies: GatewayKind.Replies {
        guard case .inAnswer = shape?.sms?.reply.words else { return gateway.replies }
        return .inAnswer
    }

    /// Whether what is done on it is marked as a test, outside exports and counts.
    var isForTests: Bool {
        switch gateway.use {
        case .service: false
        case .trial: true
        }
    }

    /// What its gateway is called through to have a message of ours carried; nil where it carries none.
    var sending: (url: String, make: @Sendable (SenderSettings) -> any Sender)? {
        guard let url, let make = gateway.makeSender else { return nil }
        return (url, make)
    }

    /// Whether what we begin can leave by it: to people, or to the phone on the screen.
    var canSend: Bool { isForTests || sending != nil }
}
