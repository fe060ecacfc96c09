import Conversations
import Gateways
import Metrics

/// A channel with what is counted of it.
struct MeasuredChannel: Sendable {
    let served: ServedChannel
    private let messages: [String: Counter]
    private let sessionEnds: [String: Counter]
    private let refusals: Counter

    private static let names = ["replied", "silent", "refused", "withdrawn", "failed", "no-script"]

    init(_ served: ServedChannel) {
        self.served = served
        let channel = ("channel", served.settings.name)
        messages = Self.counters("channel_messages", channel)
        sessionEnds = Self.counters("channel_session_ends", channel)
        refusals = Counter(label: "channel_refused_requests", dimensions: [channel])
    }

    private static func counters(_ label: String, _ channel: (String, String)) -> [String: Counter] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, Counter(label: label, dimensions: [channel, ("outcome", $0)])) })
    }

    func took(_ outcome: Outcome) { messages[outcome.name]?.increment() }

    func ended(_ outcome: Outcome) { sessionEnds[outcome.name]?.increment() }

    func refused(_ refusal: Refusal) -> WebResponse {
        refusals.increment()
        return WebResponse(refusal)
    }
}

extension Outcome {
    fileprivate var name: String {
        switch self {
        case .reply: "replied"
        case .none: "silent"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .failed: "failed"
        case .noScript: "no-script"
        }
    }
}
