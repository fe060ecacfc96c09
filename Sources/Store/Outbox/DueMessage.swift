package import Dialogs
package import Foundation
package import Texting

/// A message of the outbox that may leave now, with all that decides whether it does.
package struct DueMessage: Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var contact: Identifier<Kept.Contact>
    package var number: PhoneNumber
    package var realm: Realm
    package var rank: MessageClass
    /// `file/ID` of a reminder or follow-up, the id of a confirmation, the screen of an answer.
    package var cause: String
    package var language: Language?
    /// nil where it is worded when it leaves.
    package var text: String?
    package var due: Date
    package var expires: Date?
    /// How often it was handed over before, and how often in a row its channel did not take it.
    package var tries: Int
    package var failures: Int
    package var network: String?
    /// What it belongs to.
    package var signUp: KnownSignUp?
    package var campaign: Campaign?
    /// Whether the person has asked us to begin nothing.
    package var hasOptedOut: Bool
    /// Channels whose gateways let nothing through to this number.
    package var blockedChannels: Set<String>
    /// When what is bound by the cap was sent to this person in the last 30 days, the latest first; empty for what is not bound.
    package var lately: [Date]
}

/// What staff send to many.
package struct Campaign: Equatable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Its messages are being queued.
        case filling
        case running, paused, stopped
    }

    package var id: Identifier<Kept.Campaign>
    package var texts: [Language: String]
    /// The target that an answer to it opens; also what it says, where it has no words of its own.
    package var opens: String?
    package var expires: Date
    package var state: State

    package init(id: Identifier<Kept.Campaign>, texts: [Language: String], opens: String?, expires: Date, state: State) {
        self.id = id
        self.texts = texts
        self.opens = opens
        self.expires = expires
        self.state = state
    }
}
