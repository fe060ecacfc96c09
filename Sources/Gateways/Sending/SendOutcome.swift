package import Texting

/// What has become of a message that was handed to a gateway.
package enum SendOutcome: Equatable, Sendable {
    case accepted(Receipt)
    /// For good: trying again changes nothing.
    case refused(FailureCause, word: String)
    /// The gateway did not take it, so that trying again is safe.
    case notTaken(Obstacle, word: String)
    /// It may have been taken.
    case unknown(word: String)
}

/// What a gateway gives for a message that it took.
package struct Receipt: Equatable, Sendable {
    /// The gateway's own id, by which its report names the message; nil where the report names ours.
    package var id: String?
    package var price: Money?
    package var parts: Int?

    package init(id: String? = nil, price: Money? = nil, parts: Int? = nil) {
        self.id = id
        self.price = price
        self.parts = parts
    }
}

/// Why a message reached no phone, as far as it matters what we do next. `word` beside it is the gateway's own code, for staff: a status or
/// an error code, never its sentence, which may repeat a number.
package enum FailureCause: String, Sendable, CaseIterable {
    /// Nobody has this number.
    case unknownSubscriber = "unknown-subscriber"
    /// The gateway or the operator lets nothing of this sender through to this person; it is not the person's STOP to us.
    case blocked
    /// The gateway does not take this message: its number, sender or words.
    case refused
    /// The phone was not reached in time.
    case expired
    /// The network could not deliver it.
    case failed
}

/// Why a gateway takes nothing from us just now.
package enum Obstacle: Equatable, Sendable {
    /// Too fast, or out of order for a while; nil where it does not say for how long.
    case busy(for: Duration?)
    /// Our key, our account or our address is wrong.
    case refusesUs
    case noMoney
}

/// What a gateway tells later of a message.
package struct DeliveryReport: Equatable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// `OutgoingMessage.id`.
        case ours(String)
        /// `Receipt.id`.
        case theirs(String)
    }

    package enum State: Equatable, Sendable {
        case onItsWay
        case delivered
        case failed(FailureCause)
    }

    package var subject: Subject
    package var state: State
    /// The gateway's own code for it, for staff.
    package var word: String
    package var price: Money?

    package init(_ subject: Subject, _ state: State, word: String, price: Money? = nil) {
        self.subject = subject
        self.state = state
        self.word = word
        self.price = price
    }
}
