package import Foundation
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

/// One request of ours to a gateway with what came of it, for whoever looks for trouble.
package struct Exchange: Sendable {
    package var channel: String
    package var at: Date
    package var request: OutgoingRequest
    package var end: CallEnd
    /// What in it is a person's: it is not shown.
    package var hidden: [String]

    package init(channel: String, at: Date, request: OutgoingRequest, end: CallEnd, hidden: [String]) {
        self.channel = channel
        self.at = at
        self.request = request
        self.end = end
        self.hidden = hidden
    }
}

/// Something that staff should hear of a channel.
package enum ChannelNotice: Equatable, Sendable {
    /// Its gateway refuses us: a key, an account or an address is wrong.
    case refuses(word: String)
    case noMoney(word: String)
    /// It takes nothing, or says nothing.
    case fails(word: String)
    case works
    /// How much of the day's parts or money is spent, where that is much.
    case spent(Double)
    /// Nothing more leaves by it today.
    case dayIsOver
}

/// Who is told what happens while messages leave.
package struct Onlookers: Sendable {
    package var exchange: @Sendable (Exchange) -> Void
    package var notice: @Sendable (ChannelNotice, _ channel: String) -> Void

    package init(
        exchange: @escaping @Sendable (Exchange) -> Void = { _ in },
        notice: @escaping @Sendable (ChannelNotice, _ channel: String) -> Void = { _, _ in }
    ) {
        self.exchange = exchange
        self.notice = notice
    }
}
