import Gateways
import Metrics

/// What is counted of what leaves; nothing of any person is in a label.
struct DeliveryMetrics: Sendable {
    private let outcomes: [String: [String: Counter]]

    private static let names = ["accepted", "refused", "not-taken", "unknown"]

    init(channels: [String]) {
        outcomes = Dictionary(
            channels.map { channel in
                let counters = Self.names.map { name in
                    (name, Counter(label: "passerelle_messages_total", dimensions: [("channel", channel), ("outcome", name)]))
                }
                return (channel, Dictionary(uniqueKeysWithValues: counters))
            }, uniquingKeysWith: { first, _ in first })
    }

    func count(_ outcome: SendOutcome, on channel: String) {
        let name =
            switch outcome {
            case .accepted: "accepted"
            case .refused: "refused"
            case .notTaken: "not-taken"
            case .unknown: "unknown"
            }
        outcomes[channel]?[name]?.increment()
    }
}
