import Metrics

/// What is counted of the turns; nothing of any person is in a label.
struct TurnMetrics: Sendable {
    private let answered = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "answered")])
    private let silent = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "silent")])
    private let refused = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "refused")])
    private let withdrawn = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "withdrawn")])
    private let failed = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "failed")])
    private let noScript = Counter(label: "passerelle_turns_total", dimensions: [("outcome", "no-script")])
    private let cutOff = Counter(label: "passerelle_contacts_cut_off_total")
    private let dropped = Counter(label: "passerelle_conversations_dropped_total")
    private let time = Metrics.Timer(label: "passerelle_turn_duration")

    func count(_ notice: Taken.Notice) {
        switch notice {
        case .cutOff: cutOff.increment()
        case .dropped: countDropped(1)
        case .left: break
        }
    }

    func countDropped(_ count: Int) { dropped.increment(by: count) }

    func count(_ outcome: Outcome, took: Duration) {
        time.recordNanoseconds(took.components.seconds * 1_000_000_000 + took.components.attoseconds / 1_000_000_000)
        switch outcome {
        case .reply: answered.increment()
        case .none: silent.increment()
        case .refused: refused.increment()
        case .withdrawn: withdrawn.increment()
        case .failed: failed.increment()
        case .noScript: noScript.increment()
        }
    }
}
