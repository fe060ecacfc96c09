import Gateways
import Metrics

/// What is counted of what leaves; nothing of any person is in a label.
struct DeliveryMetrics: Sendable {
    private enum Ending: String, CaseIterable {
        case accepted, refused, unknown
        case notTaken = "not-taken"

        init(_ outcome: SendOutcome) {
            self =
                switch outcome {
                case .accepted: .accepted
                case .refused: .refused
                case .notTaken: .notTaken
                case .unknown: .unknown
                }
        }
    }

    private let outcomes: [String: [Ending: Counter]]

    init(channels: [String]) {
        outcomes = Dictionary(
            channels.map { channel in
                let counters = Ending.allCases.map { ending in
                    let dimensions = [("channel", channel), ("outcome", ending.rawValue)]
                    return (ending, Counter(label: "passerelle_messages_total", dimensions: dimensions))
                }
                return (channel, Dictionary(uniqueKeysWithValues: counters))
            }, uniquingKeysWith: { first, _ in first })
    }

    func count(_ outcome: SendOutcome, on channel: String) { outcomes[channel]?[Ending(outcome)]?.increment() }
}
