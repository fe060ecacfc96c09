import Store

/// An outcome, and what staff are told once it is durable.
struct Taken: Sendable {
    enum Notice: Sendable {
        /// A contact went over its turns: another machine answers us, as a rule.
        case cutOff
        /// Nothing that we began for this contact may be on its way to a gateway once they are answered.
        case left(Identifier<Kept.Contact>)
        /// Somebody was lost in the middle of a conversation.
        case dropped
    }

    var outcome: Outcome
    var notice: Notice?

    init(_ outcome: Outcome, _ notice: Notice? = nil) {
        self.outcome = outcome
        self.notice = notice
    }
}
