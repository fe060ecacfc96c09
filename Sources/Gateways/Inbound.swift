package import Texting

/// What a gateway's request says, in our words.
package enum Arrival: Equatable, Sendable {
    case message(Inbound)
    /// Several in one request, whose gateway takes no words for an answer.
    case messages([Inbound])
    /// What became of messages of ours.
    case reports([DeliveryReport])
    /// A sender in letters or a short code (`Orange`, 8080) wrote: it gets no conversation, and the gateway no error.
    case noPerson
    /// The gateway says that a USSD session is over.
    case sessionEnd(SessionEnd)
}

/// One step of a USSD session, or one SMS.
package struct Inbound: Equatable, Sendable {
    package var sender: PhoneNumber
    /// The gateway's own id of the session; of an SMS, what makes it the same message when it comes again.
    package var session: String
    package var text: Text
    /// What makes this step the same step when it comes again; nil where the gateway gives nothing.
    package var stepKey: String?
    /// As the gateway names it.
    package var network: String?
    /// What the gateway wants back with the answer to this very step, in its own form; nil where the session says it all.
    package var echo: String?

    package enum Text: Equatable, Sendable {
        /// Everything typed since the session began, joined with `*`.
        case cumulative(String)
        /// The session begins; what was dialled behind the code.
        case begin(path: [String])
        case last(String)
        /// An SMS, which belongs to no session.
        case message(String)
    }

    package init(sender: PhoneNumber, session: String, text: Text, stepKey: String?, network: String?, echo: String? = nil) {
        self.sender = sender
        self.session = session
        self.text = text
        self.stepKey = stepKey
        self.network = network
        self.echo = echo
    }
}

package struct SessionEnd: Equatable, Sendable {
    package enum Cause: String, Sendable, CaseIterable {
        /// We ended it, or the person did after an end was shown.
        case finished
        /// The person hung up, the network dropped or time ran out.
        case dropped
        /// The gateway could not use our answer.
        case failed
    }

    package var sender: PhoneNumber?
    package var session: String
    package var cause: Cause

    package init(sender: PhoneNumber?, session: String, cause: Cause) {
        self.sender = sender
        self.session = session
        self.cause = cause
    }
}
