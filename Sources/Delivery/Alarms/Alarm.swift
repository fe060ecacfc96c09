/// What staff are told of a channel: that something is wrong with it, or that it is over.
package struct Alarm: Equatable, Sendable {
    package enum State: String, Sendable {
        case begun, over
    }

    package enum Cause: String, Sendable, CaseIterable {
        /// Its gateway refuses us: a key, an account or an address is wrong.
        case refuses
        case noMoney = "no-money"
        /// Its gateway takes nothing, or says nothing.
        case fails
        /// The day's parts or money are spent: nothing more leaves by it today.
        case dayIsOver = "day-over"
        /// Most of them are.
        case spent
        /// Nothing came in for long.
        case silent
    }

    package var channel: String
    package var state: State
    package var cause: Cause
    /// The gateway's own code, or how much is spent; empty where there is none.
    package var word: String

    package init(channel: String, state: State, cause: Cause, word: String) {
        self.channel = channel
        self.state = state
        self.cause = cause
        self.word = word
    }
}
