extension Script {
    /// A condition, where it stands.
    struct PlacedCondition: Sendable {
        var condition: Condition
        var dialog: String
        /// nil in a list of choices.
        var screen: String?
    }

    /// Every condition of the folder.
    var allConditions: [PlacedCondition] {
        let ofScreens = allScreens.flatMap { address, screen in
            screen.conditions.map { PlacedCondition(condition: $0, dialog: address.dialog, screen: address.screen) }
        }
        let ofLists = lists.sorted { $0.key < $1.key }.flatMap { _, list in
            list.choices.compactMap { choice in choice.when.map { PlacedCondition(condition: $0, dialog: list.place.file, screen: nil) } }
        }
        return ofScreens + ofLists
    }
}

extension Screen {
    fileprivate var conditions: [Condition] {
        switch kind {
        case .menu(_, let options): options.compactMap(\.when)
        case .route(let route): route.cases.map(\.when)
        case .question(let question):
            if case .choice(let choices) = question.expect, case .inline(let inline) = choices.source {
                inline.compactMap(\.when)
            } else {
                []
            }
        case .page, .review, .call, .end: []
        }
    }
}

extension Condition {
    /// The tests of answers in it, wherever they are nested.
    var answerTests: [(field: Field, test: Test)] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.answerTests)
        case .not(let part): part.answerTests
        case .answer(let field, let test): [(field, test)]
        case .channel, .language, .network, .signedUp, .optedOut: []
        }
    }

    var signUpTests: [(id: String, place: Place)] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.signUpTests)
        case .not(let part): part.signUpTests
        case .signedUp(let id, let place): [(id, place)]
        case .answer, .channel, .language, .network, .optedOut: []
        }
    }
}
