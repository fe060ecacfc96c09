/// What a message of the outbox is, in the order in which they leave.
package enum MessageClass: String, Sendable, Codable, CaseIterable {
    /// What somebody asked for by SMS.
    case answer
    case confirmation
    /// `continue-by-sms` and `nudge`.
    case followUp = "follow-up"
    case reminder
    case campaign

    /// As the outbox's own column of this name.
    package var rank: Int {
        switch self {
        case .answer: 0
        case .confirmation: 1
        case .followUp, .reminder: 2
        case .campaign: 3
        }
    }

    /// Whether we begin it, so that STOP ends it.
    package var isBegun: Bool { self != .answer }

    /// Whether quiet hours and the cap of a person bind it.
    package var isBound: Bool { self != .answer && self != .confirmation }

    /// Whether it is sent once more where nobody knows what became of it: better twice than not at all.
    package var isSentAgain: Bool { !isBound }
}
