/// Every name that the format knows, in one place: the reader takes them from here, and `Config/dialog.schema.json` is held against it.
protocol Key: RawRepresentable<String>, CaseIterable, Hashable {}

extension Key {
    static var names: [String] { allCases.map(\.rawValue) }
}

enum FileKey: String, Key {
    case title, start, keywords
    case keywordAnswer = "keyword-answer"
    case resume
    case continueBySMS = "continue-by-sms"
    case nudge, screens, lists
    case signUps = "sign-ups"
    case messages, reminders
}

enum ScreenKey: String, Key {
    case say, menu, next, ask, save, label, expect, choices, several, find, optional, known, hint
    case isPrivate = "private"
    case review, accept, route, call, end
    case actions = "do"
    case note
}

enum OptionKey: String, Key {
    case words, next, when
    case actions = "do"
}

enum ChoiceKey: String, Key {
    case words, when
}

/// A text that differs by the way it travels.
enum VariantKey: String, Key {
    case ussd, sms
}

enum SeveralKey: String, Key {
    case min, max
}

enum ExpectKey: String, Key {
    case text, number, date, phone, reference
}

enum TextKey: String, Key {
    case min, max, like
}

enum NumberKey: String, Key {
    case min, max, decimals
}

enum DateKey: String, Key {
    case min, max, precision
}

enum RouteKey: String, Key {
    case when, next
    case otherwise = "else"
}

/// What a question's `next` may say beside the choices' ids.
enum NextKey: String, Key {
    case skipped
    case otherwise = "else"
}

enum ActionKey: String, Key {
    case signUp = "sign-up"
    case load, close, send, remind, cancel, callback, set, language
}

/// What a `do` says in one word.
enum ActionWord: String, Key {
    case forget
    case newContact = "new-contact"
    case optOut = "opt-out"
    case optIn = "opt-in"
    case erase
}

/// What a `when` may ask beside answers.
enum ConditionKey: String, Key {
    case any, not, channel, language, network
    case signedUp = "signed-up"
    case optedOut = "opted-out"
}

enum TestKey: String, Key {
    case atLeast = "at-least"
    case atMost = "at-most"
    case before, after, given
}

enum FollowUpKey: String, Key {
    case after, say
}

enum SignUpKey: String, Key {
    case title, fields, consent, again, keep
}

enum ReminderKey: String, Key {
    case signUp = "for"
    case after, unless, expires, say, opens
}

enum UnlessWord: String, Key {
    case closed
}

enum FlagWord: String, Key {
    case yes = "true"
    case no = "false"
}
