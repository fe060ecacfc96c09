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
    /// Whether the number may be somebody else's: whoever comes with it next is asked.
    package var isInDoubt: Bool
    /// Channels whose gateways let nothing through to this number.
    package var blockedChannels: Set<String>
}

extension DueMessage {
    /// For whoever only counts by it.
    package var languageCode: String? { language?.rawValue }

    /// Somebody else would read what was meant for another. A confirmation has just been asked for, and leaves.
    package var waitsForDoubt: Bool { isInDoubt && rank.isBound }
}
