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
