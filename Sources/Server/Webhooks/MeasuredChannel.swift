import Conversations
import Gateways
import Metrics

/// A channel with what is counted of it.
final class MeasuredChannel: Sendable {
    let settings: ChannelSettings
    let gateway: any Gateway
    let proof: CallerProof
    private let messages: OutcomeCounts
    private let sessionEnds: OutcomeCounts
    private let refusals: Counter

    init(_ served: ServedChannel) {
        (settings, gateway, proof) = (served.settings, served.gateway, served.proof)
        let channel = ("channel", served.settings.name)
        messages = OutcomeCounts("channel_messages", channel)
        sessionEnds = OutcomeCounts("channel_session_ends", channel)
        refusals = Counter(label: "channel_refused_requests", dimensions: [channel])
    }

    func took(_ outcome: Outcome) { messages.count(outcome) }

    func ended(_ outcome: Outcome) { sessionEnds.count(outcome) }

    func refused(_ refusal: Refusal) -> WebResponse {
        refusals.increment()
        return WebResponse(refusal)
    }
}

/// How often each outcome came.
private struct OutcomeCounts: Sendable {
    private let replied, silent, refused, withdrawn, failed, noScript: Counter

    init(_ label: String, _ channel: (String, String)) {
        func counter(_ outcome: String) -> Counter { Counter(label: label, dimensions: [channel, ("outcome", outcome)]) }
        replied = counter("replied")
        silent = counter("silent")
        refused = counter("refused")
        withdrawn = counter("withdrawn")
        failed = counter("failed")
        noScript = counter("no-script")
    }

    func count(_ outcome: Outcome) {
        switch outcome {
        case .reply: replied.increment()
        case .none: silent.increment()
        case .refused: refused.increment()
        case .withdrawn: withdrawn.increment()
        case .failed: failed.increment()
        case .noScript: noScript.increment()
        }
    }
}
