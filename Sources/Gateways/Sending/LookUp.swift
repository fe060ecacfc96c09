/// Asks a gateway what became of a message that may or may not have reached it.
package protocol LookUp: Sendable {
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest

    func finding(in answer: OutgoingAnswer, of message: OutgoingMessage) -> Finding
}

/// What a look-up found.
package enum Finding: Equatable, Sendable {
    /// The gateway has it.
    case known(DeliveryReport)
    /// The gateway has never had it, so that trying again is safe.
    case absent
    /// The answer says neither.
    case unclear
}
