package import Dialogs
package import Foundation
package import Texting

/// Whether what was done on a trial channel is meant.
package enum Realm: Sendable {
    case people, tests
}

/// A part of a list, and where the next begins; nil at the end.
package struct Page<Item: Sendable>: Sendable {
    package var items: [Item]
    package var next: PageKey?

    package init(items: [Item], next: PageKey?) {
        self.items = items
        self.next = next
    }
}

/// Where a list goes on.
package struct PageKey: Hashable, Sendable {
    let bytes: Data
}

package struct ExportedSignUp: Equatable, Sendable {
    package var reference: Reference
    package var signUp: String
    /// nil where the number has moved to somebody else.
    package var phone: PhoneNumber?
    package var language: Language
    package var status: KnownSignUp.Status
    package var created: Date
    package var updated: Date
    package var consentGiven: Date
    /// The question as shown and, after ` / `, the words chosen.
    package var consentWords: String
    package var answers: [String: Answer]
}

package struct ExportedCallback: Equatable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case open, done
    }

    package var id: Identifier<Kept.Callback>
    package var phone: PhoneNumber?
    package var language: Language
    package var status: Status
    package var created: Date
    /// Which of the answers names the time.
    package var timeField: String
    package var answers: [String: Answer]
}

package struct ExportedContact: Equatable, Sendable {
    package var phone: PhoneNumber?
    package var language: Language?
    package var created: Date
    package var seen: Date
    package var signUps: Int
    package var openCallbacks: Int
    package var hasOptedOut: Bool
    /// Until when nothing of it is taken, because it answered like a machine; in the past where that is over.
    package var cutOffUntil: Date?
}

/// One side of the talk, or something of the outbox.
package struct ExportedMessage: Equatable, Sendable {
    package enum Direction: String, Sendable {
        case `in`, out
    }

    package var time: Date
    /// nil where it is not yet known what it leaves by.
    package var channel: String?
    package var direction: Direction
    package var phone: PhoneNumber?
    /// nil where it was private or its time is over.
    package var text: String?
    /// How what came was understood; what an answer belongs to, which is the screen that was open; the id of what we began.
    package var cause: String?
    package var status: String
    /// Why it ended so, where it did not simply arrive.
    package var reason: String?
    package var parts: Int?
    package var price: String?
}

/// What was done on one day on one channel.
package struct ExportedUsage: Equatable, Sendable {
    /// In UTC: `2026-11-25`.
    package var day: String
    package var channel: String
    package var conversations: Int
    package var turns: Int
    package var misses: Int
    package var signUps: Int
    package var callbacks: Int

    package init(day: String, channel: String, conversations: Int, turns: Int, misses: Int, signUps: Int, callbacks: Int) {
        self.day = day
        self.channel = channel
        self.conversations = conversations
        self.turns = turns
        self.misses = misses
        self.signUps = signUps
        self.callbacks = callbacks
    }
}

/// Everything that is kept of a number.
package struct Person: Equatable, Sendable {
    package var phone: PhoneNumber
    package var contacts: [ExportedContact]
    package var signUps: [ExportedSignUp]
    package var callbacks: [ExportedCallback]
    package var messages: [ExportedMessage]
    /// Since when nothing is begun by us; this outlives an erasure.
    package var optedOut: Date?

    package var isUnknown: Bool { contacts.isEmpty && optedOut == nil }
}
