package import Foundation
package import Texting

/// All that a step may know beside the conversation and the script.
package struct Surroundings: Sendable {
    package var channel: Channel
    package var contact: Contact
    package var country: Country
    package var timeZone: TimeZone
    package var now: Date
    /// Set where the conversation was last shown words of another version of the script than the one handed in.
    package var isNewVersion: Bool
    /// How long after it was left a conversation is offered again.
    package var resumeWithin: Duration
    /// When this number was last sent anything by us, or is about to be; asked only for an SMS.
    package var lastSent: Date?
    /// What a message of ours asked this person, unless they have answered; asked only for a dial and an SMS.
    package var opening: Opening?
    /// What a message that is begun here leaves by, looked for only where one is; nil where that is not known: then it is worded for this
    /// channel.
    package var begunBy: @Sendable () -> Channel?

    package static let usualResume = Duration.seconds(24 * 3600)

    package init(
        channel: Channel, contact: Contact, country: Country, timeZone: TimeZone, now: Date, isNewVersion: Bool,
        resumeWithin: Duration = Self.usualResume, lastSent: Date? = nil, opening: Opening? = nil,
        begunBy: @escaping @Sendable () -> Channel? = { nil }
    ) {
        self.channel = channel
        self.contact = contact
        self.country = country
        self.timeZone = timeZone
        self.now = now
        self.isNewVersion = isNewVersion
        self.resumeWithin = resumeWithin
        self.lastSent = lastSent
        self.opening = opening
        self.begunBy = begunBy
    }
}

/// What the words and the pages depend on.
package struct Channel: Equatable, Sendable {
    package var name: String
    package var kind: ChannelKind
    /// What to dial, `*123#`, or the number to write to.
    package var code: String
    /// What it costs the person, in the words of the configuration, by language; the source language's where one is missing.
    package var cost: [Language: String]
    package var budget: PageBudget
    /// Whether a person can answer what is sent over it.
    package var takesAnswers: Bool
    /// Of the person's number, where the gateway or the configuration knows it.
    package var network: String?
    package var keys: Keys

    package init(
        name: String, kind: ChannelKind, code: String, cost: [Language: String], budget: PageBudget, takesAnswers: Bool, network: String?,
        keys: Keys = .standard
    ) {
        self.name = name
        self.kind = kind
        self.code = code
        self.cost = cost
        self.budget = budget
        self.takesAnswers = takesAnswers
        self.network = network
        self.keys = keys
    }
}

/// What moves a conversation without answering its question.
package struct Keys: Hashable, Sendable {
    package var back: String
    package var start: String
    package var more: String
    package var skip: String

    package static let standard = Keys(back: "0", start: "00", more: "98", skip: "99")

    package init(back: String, start: String, more: String, skip: String) {
        self.back = back
        self.start = start
        self.more = more
        self.skip = skip
    }
}

/// What is stored of the person whose number this is.
package struct Contact: Equatable, Sendable {
    /// nil until one was chosen.
    package var language: Language?
    package var hasOptedOut: Bool
    package var signUps: [KnownSignUp]
    /// Set while five misses lock the references of this number.
    package var referencesLockedUntil: Date?
    /// After a long silence, or a report that the subscriber is unknown: whether it is still the same person must be asked.
    package var isDoubted: Bool

    package init(
        language: Language?, hasOptedOut: Bool, signUps: [KnownSignUp], referencesLockedUntil: Date?, isDoubted: Bool = false
    ) {
        self.language = language
        self.hasOptedOut = hasOptedOut
        self.signUps = signUps
        self.referencesLockedUntil = referencesLockedUntil
        self.isDoubted = isDoubted
    }
}

/// A sign-up of the contact's own that is stored.
package struct KnownSignUp: Hashable, Sendable {
    package enum Status: String, Sendable, Codable, CaseIterable {
        case open, closed
    }

    /// The id in the dialogs, such as `entrepreneuriat`.
    package var signUp: String
    package var reference: Reference
    package var status: Status
    package var created: Date
    package var answers: [String: Answer]
    /// What was agreed to: it stands when the sign-up is loaded and stored again.
    package var consent: KeptConsent?

    package init(
        signUp: String, reference: Reference, status: Status, created: Date, answers: [String: Answer], consent: KeptConsent? = nil
    ) {
        self.signUp = signUp
        self.reference = reference
        self.status = status
        self.created = created
        self.answers = answers
        self.consent = consent
    }
}

/// A consent as a sign-up keeps it.
package struct KeptConsent: Hashable, Sendable {
    /// The question as it was shown, then ` / ` and the words chosen.
    package var words: String
    package var given: Date

    package init(words: String, given: Date) {
        self.words = words
        self.given = given
    }
}
