/// What the phone on the screen is connected to.
package struct PhoneLine: Equatable, Sendable {
    /// The channel's name in the configuration.
    package var channel: String
    /// What reaches the service: `*123#`.
    package var code: String
    /// How long the network waits for an answer, and for the whole session.
    package var idle: Duration
    package var total: Duration
    /// What the channel costs the person, in words, by the code of a language.
    package var cost: [String: String]

    package init(channel: String, code: String, idle: Duration, total: Duration, cost: [String: String]) {
        self.channel = channel
        self.code = code
        self.idle = idle
        self.total = total
        self.cost = cost
    }
}
