package import Dialogs
package import Store
import Texting

/// A channel as the configuration describes it: what a turn has to know of it.
package final class ChannelSettings: Sendable {
    /// The gateway's name in the configuration: `africas-talking-ussd`, `phone`.
    package let gateway: String
    /// What the words and the pages depend on; its network is filled in for each message.
    package let facts: Channel
    /// The same for an SMS, where the gateway carries both.
    package let textingFacts: Channel
    /// What is done here is a trial: stored apart from real people, outside exports and counts.
    package let isTest: Bool
    /// How an SMS is answered.
    package let answering: Answering
    /// Where a gateway gives nothing to know a retry by: how long after its reply the same bytes count as one.
    package let retriesWithin: Duration?

    package init(
        gateway: String, facts: Channel, textingFacts: Channel? = nil, isTest: Bool, answering: Answering = .inAnswer,
        retriesWithin: Duration? = nil
    ) {
        self.gateway = gateway
        self.facts = facts
        self.textingFacts = textingFacts ?? facts
        self.isTest = isTest
        self.answering = answering
        self.retriesWithin = retriesWithin
    }

    package var name: String { facts.name }

    /// An SMS in the letters that the channel carries.
    package func fittedSMS(_ text: String) -> String { fitted(text, to: textingFacts.budget.letters) }

    var realm: Realm { isTest ? .tests : .people }

    func facts(for input: Input) -> Channel {
        switch input {
        case .texted: textingFacts
        case .dialled, .typed, .hungUp: facts
        }
    }
}
