import Conversations
import Gateways
import Hummingbird
import Metrics

/// A channel with what is counted of it.
struct MeasuredChannel: Sendable {
    let served: ServedChannel
    private let outcomes: [String: Counter]
    private let refusals: Counter
    private let duration: Metrics.Timer

    private static let names = ["replied", "silent", "refused", "withdrawn", "failed", "no-script"]

    init(_ served: ServedChannel) {
        self.served = served
        let channel = ("channel", served.settings.name)
        outcomes = Dictionary(
            uniqueKeysWithValues: Self.names.map { ($0, Counter(label: "turns", dimensions: [channel, ("outcome", $0)])) })
        refusals = Counter(label: "refused_requests", dimensions: [channel])
        duration = Metrics.Timer(label: "turn_duration", dimensions: [channel])
    }

    func took(_ outcome: Outcome, _ time: Duration) {
        outcomes[outcome.name]?.increment()
        duration.recordNanoseconds(Int64(time / .nanoseconds(1)))
    }

    func ended(_ outcome: Outcome) { outcomes[outcome.name]?.increment() }

    func refused(_ refusal: Refusal) -> Response {
        refusals.increment()
        return Response(refusal)
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
