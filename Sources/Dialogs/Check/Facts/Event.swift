/// What happens on the way that a rule may want to know, with what is known there.
enum Event: Sendable {
    /// Words are shown, or sent, that name answers.
    case shows(Words)
    /// A `callback`, or a `language`, needs the answer.
    case needs(field: String, Place)
    case signUp(String, Place)
    case load(String, Place)
    case erase(Place)
}

/// An event where it happens, with what is known then.
struct Happening: Sendable {
    var node: Int
    var event: Event
    var store: Store
}

/// An option of a menu or a choice of a question, for rules that look at both.
struct Offered: Sendable {
    var id: String
    var place: Place
    var words: Words
    var when: Condition?
}
