extension Screen {
    /// Every target that the screen names, in the order of the file; a call's `next` is not among them, since only a `return` leads there.
    var targets: [Target] {
        switch kind {
        case .menu(_, let options): options.map(\.next)
        case .page(_, let next): [next]
        case .question(let question): question.next.targets
        case .review(let review): [review.next]
        case .route(let route): route.cases.map(\.next) + [route.otherwise]
        case .call(let target, _): [target]
        case .end: []
        }
    }

    /// `targets`, and where a call comes back to.
    var writtenTargets: [Target] {
        if case .call(_, let next?) = kind { targets + [next] } else { targets }
    }

    /// The screen's own actions and those of its options.
    var allActions: [Action] {
        if case .menu(_, let options) = kind { actions + options.flatMap(\.actions) } else { actions }
    }

    var question: Question? {
        if case .question(let question) = kind { question } else { nil }
    }
}

extension Next {
    var targets: [Target] {
        switch self {
        case .always(let target): [target]
        case .byChoice(let byID, let skipped, let otherwise):
            (Array(byID.values) + [skipped, otherwise].compactMap { $0 }).sorted { $0.place < $1.place }
        }
    }

    /// Where a choice leads.
    func target(of choice: String) -> Target? {
        switch self {
        case .always(let target): target
        case .byChoice(let byID, _, let otherwise): byID[choice] ?? otherwise
        }
    }

    /// Where an answer leads that is no single choice.
    var ofAnyAnswer: Target? {
        switch self {
        case .always(let target): target
        case .byChoice(_, _, let otherwise): otherwise
        }
    }

    var ofSkipping: Target? {
        switch self {
        case .always(let target): target
        case .byChoice(_, let skipped, let otherwise): skipped ?? otherwise
        }
    }
}
