/// Where a gateway gives out tokens, which are kept until they expire.
package protocol TokenDesk: Sendable {
    var request: OutgoingRequest { get }

    /// nil where the answer has none.
    func token(in answer: OutgoingAnswer) -> Token?
}

/// What shows a gateway that a request is ours, for so long.
package struct Token: Equatable, Sendable {
    package var text: String
    package var lifetime: Duration

    package init(text: String, lifetime: Duration) {
        self.text = text
        self.lifetime = lifetime
    }
}
