/// An outcome, and what staff are told once it is durable.
struct Taken: Sendable {
    enum Notice: Sendable {
        /// A contact went over its turns: another machine answers us, as a rule.
        case cutOff
    }

    var outcome: Outcome
    var notice: Notice?

    init(_ outcome: Outcome, _ notice: Notice? = nil) {
        self.outcome = outcome
        self.notice = notice
    }
}
