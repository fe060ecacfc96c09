package import Foundation

/// What a turn changes outside its conversation; carried out in the transaction that stores the turn, in this order.
package enum Effect: Equatable, Sendable {
    /// Stores a new sign-up, or rewrites the contact's own of that reference.
    case signUp(SignUpDraft)
    case close(Reference)
    case send(Confirmation)
    case remind(PlannedReminder)
    /// Takes the place of one of the same cause that still waits.
    case followUp(PlannedFollowUp)
    /// `file/ID` of the reminder, and the sign-up that it was planned for.
    case cancel(reminder: String, Reference)
    case callback(CallbackDraft)
    case language(Language)
    /// The recordings of this conversation lose their words.
    case forget
    /// From here on the number belongs to somebody new; the old contact keeps its sign-ups without a number.
    case newContact
    /// Whoever holds the number says that it was theirs all along.
    case sameContact
    case optOut, optIn
    /// The sign-up of that reference and what belongs to it; the whole contact where nothing else is registered, or with nil where
    /// nothing is registered at all.
    case erase(Reference?)
    /// A reference was asked for and not given; the fifth locks.
    case referenceMissed
    case referenceGiven
    /// This conversation knows the answers of that sign-up, and its recording goes with it.
    case loaded(Reference)
    /// What a message of ours asked is answered, or asked here once more.
    case opened
}

package struct SignUpDraft: Equatable, Sendable {
    /// The id in the dialogs.
    package var signUp: String
    package var reference: Reference
    /// Whether a sign-up with this reference is there already and is rewritten.
    package var updates: Bool
    /// Of the sign-up's fields, those on the path; skipped and not asked are absent.
    package var answers: [String: StoredAnswer]
    package var consentWords: String
    package var consentGiven: Date
    package var language: Language
    /// How long it is kept after its last change; nil: the configuration's time.
    package var keep: Duration?

    package init(
        signUp: String, reference: Reference, updates: Bool, answers: [String: StoredAnswer], consentWords: String, consentGiven: Date,
        language: Language, keep: Duration?
    ) {
        self.signUp = signUp
        self.reference = reference
        self.updates = updates
        self.answers = answers
        self.consentWords = consentWords
        self.consentGiven = consentGiven
        self.language = language
        self.keep = keep
    }
}

/// An answer of a sign-up: free text, names and dates are sealed; choices and numbers stay clear unless their question is private.
package struct StoredAnswer: Hashable, Sendable {
    package var answer: Answer
    package var isPrivate: Bool

    package init(answer: Answer, isPrivate: Bool) {
        self.answer = answer
        self.isPrivate = isPrivate
    }
}

/// A text to send by SMS at once.
package struct Confirmation: Equatable, Sendable {
    /// The message's id in the dialogs.
    package var message: String
    package var text: String
    package var reference: Reference?

    package init(message: String, text: String, reference: Reference?) {
        self.message = message
        self.text = text
        self.reference = reference
    }
}

package struct PlannedReminder: Equatable, Sendable {
    /// `file/ID` of the reminder.
    package var reminder: String
    package var reference: Reference
    package var due: [Date]
    /// How late each may be sent.
    package var expires: Duration

    package init(reminder: String, reference: Reference, due: [Date], expires: Duration) {
        self.reminder = reminder
        self.reference = reference
        self.due = due
        self.expires = expires
    }
}

/// What is sent where a conversation came to rest in the middle, unless the person comes back before.
package struct PlannedFollowUp: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case continueBySMS = "continue-by-sms"
        case nudge
    }

    package var kind: Kind
    /// The dialog that the person is in.
    package var dialog: String
    package var text: String
    package var due: Date
    /// From then on there is nothing left to go on with.
    package var expires: Date

    package init(kind: Kind, dialog: String, text: String, due: Date, expires: Date) {
        self.kind = kind
        self.dialog = dialog
        self.text = text
        self.due = due
        self.expires = expires
    }

    /// `inscription/nudge`.
    package var cause: String { "\(dialog)/\(kind.rawValue)" }
}

/// Somebody wants to be called: what staff see of it.
package struct CallbackDraft: Equatable, Sendable {
    /// The field that names the time, and its answer.
    package var timeField: String
    package var answers: [String: StoredAnswer]
    package var language: Language

    package init(timeField: String, answers: [String: StoredAnswer], language: Language) {
        self.timeField = timeField
        self.answers = answers
        self.language = language
    }
}
