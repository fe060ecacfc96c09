/// One file of the folder.
package struct Dialog: Equatable, Sendable {
    /// What a person calls it, in the resume offer and the console.
    package var title: Words
    package var place: Place
    /// The id of its first screen.
    package var start: String
    package var startPlace: Place
    /// Words that open it by SMS, by language; empty without.
    package var keywords: [Language: [String]]
    package var keywordsPlace: Place?
    /// Of the source language's, one by one.
    package var keywordPlaces: [Place]
    package var keywordAnswer: Target?
    package var resume: Resume
    package var continueBySMS: FollowUp?
    package var nudge: FollowUp?
    package var screens: [String: Screen]
    /// The ids of the screens as the file has them.
    package var order: [String]
    package var signUps: [String: SignUp]
    package var messages: [String: Words]
    package var reminders: [String: Reminder]

    package init(
        title: Words, place: Place, start: String, startPlace: Place, keywords: [Language: [String]], keywordsPlace: Place?,
        keywordPlaces: [Place] = [], keywordAnswer: Target?, resume: Resume, continueBySMS: FollowUp?, nudge: FollowUp?,
        screens: [String: Screen], order: [String],
        signUps: [String: SignUp], messages: [String: Words], reminders: [String: Reminder]
    ) {
        self.title = title
        self.place = place
        self.start = start
        self.startPlace = startPlace
        self.keywords = keywords
        self.keywordsPlace = keywordsPlace
        self.keywordPlaces = keywordPlaces
        self.keywordAnswer = keywordAnswer
        self.resume = resume
        self.continueBySMS = continueBySMS
        self.nudge = nudge
        self.screens = screens
        self.order = order
        self.signUps = signUps
        self.messages = messages
        self.reminders = reminders
    }
}

/// What the next dial does after a dropped session.
package enum Resume: String, Sendable, CaseIterable {
    case offer
    case goOn = "go-on"
    case startOver = "start-over"
}

/// Words that are sent once, some time after a conversation came to rest in the middle.
package struct FollowUp: Equatable, Sendable {
    package var after: Duration
    package var say: Words

    package init(after: Duration, say: Words) {
        self.after = after
        self.say = say
    }
}

/// A kind of registration: what is kept of it and with which consent.
package struct SignUp: Equatable, Sendable {
    package enum Again: String, Sendable, CaseIterable {
        /// The contact's own is updated.
        case update
        /// One more is made.
        case new
        case refuse
    }

    package var place: Place
    package var title: Words
    package var fields: [Field]
    /// The field and the choice that together are the consent.
    package var consent: (field: String, choice: String)? { consentField.flatMap { field in consentChoice.map { (field, $0) } } }
    package var consentField: String?
    package var consentChoice: String?
    /// The field of the consent where it is written, with its choice.
    package var consentWritten: Field?
    package var again: Again
    package var keep: Duration?

    package init(
        place: Place, title: Words, fields: [Field], consentField: String?, consentChoice: String?, consentWritten: Field? = nil,
        again: Again, keep: Duration?
    ) {
        self.place = place
        self.title = title
        self.fields = fields
        self.consentField = consentField
        self.consentChoice = consentChoice
        self.consentWritten = consentWritten
        self.again = again
        self.keep = keep
    }
}

/// A field's id where it is written, so that a finding can point at it.
package struct Field: Hashable, Sendable {
    package var id: String
    package var place: Place
    /// Where the ids stand that are held against it, or given to it: in a condition, a `set`, a sign-up's `consent`.
    package var idPlaces: [Place]

    package init(id: String, place: Place, idPlaces: [Place] = []) {
        self.id = id
        self.place = place
        self.idPlaces = idPlaces
    }
}

/// Words that are sent some time after a sign-up, until it is closed.
package struct Reminder: Equatable, Sendable {
    package var place: Place
    /// The sign-up that it belongs to.
    package var signUp: String
    /// Where that id stands.
    package var signUpPlace: Place?
    package var after: [Duration]
    package var unlessClosed: Bool
    /// How late it may still be sent.
    package var expires: Duration
    package var say: Words
    package var opens: Target?

    /// How late a reminder may be sent where its dialog does not say.
    package static let defaultExpiry = Duration.seconds(2 * 24 * 3600)

    package init(
        place: Place, signUp: String, signUpPlace: Place? = nil, after: [Duration], unlessClosed: Bool, expires: Duration, say: Words,
        opens: Target?
    ) {
        self.place = place
        self.signUp = signUp
        self.signUpPlace = signUpPlace
        self.after = after
        self.unlessClosed = unlessClosed
        self.expires = expires
        self.say = say
        self.opens = opens
    }
}
