/// A kind of screen by what makes it, with what it must and may say.
enum ScreenShape: CaseIterable {
    case menu, question, review, route, call, end, page

    /// The key that only this kind has.
    var mark: ScreenKey? {
        switch self {
        case .menu: .menu
        case .question: .ask
        case .review: .review
        case .route: .route
        case .call: .call
        case .end: .end
        case .page: nil
        }
    }

    var required: [ScreenKey] {
        switch self {
        case .menu: [.say, .menu]
        case .question: [.ask, .save, .next]
        case .review: [.review, .next]
        case .route: [.route]
        case .call: [.call]
        case .end: [.end]
        case .page: [.say, .next]
        }
    }

    var optional: [ScreenKey] {
        switch self {
        case .menu, .page, .route, .end: [.actions, .note]
        case .question: [.label, .expect, .choices, .several, .find, .optional, .known, .hint, .isPrivate, .note]
        case .review: [.say, .accept, .actions, .note]
        case .call: [.next, .note]
        }
    }

    var isAllowed: Set<ScreenKey> { Set(required + optional) }

    var french: String {
        switch self {
        case .menu: "un menu"
        case .question: "une question"
        case .review: "une relecture (review)"
        case .route: "un aiguillage (route)"
        case .call: "un appel (call)"
        case .end: "une fin (end)"
        case .page: "une page"
        }
    }

    var english: String {
        switch self {
        case .menu: "a menu"
        case .question: "a question"
        case .review: "a review"
        case .route: "a route"
        case .call: "a call"
        case .end: "an end"
        case .page: "a page"
        }
    }
}
