/// What the numbers of the phone stand for.
extension Situation {
    /// Computed when a screen is first shown; after that what was shown counts.
    func options() -> [ShownOption] { options(of: waiting) }

    func options(of waiting: Waiting) -> [ShownOption] {
        if session.isWayOut { return [.tryAgain, .start] + (callbackOption == nil ? [] : [.callback]) }
        switch session.mode {
        case .resumeOffer: return [.resume, .startOver]
        case .knownOffer: return [.keep, .change]
        case .sameNumber: return [.same, .other]
        // Put there by the search.
        case .matches: return session.shown
        case .screen: break
        }
        switch waiting.screen?.kind {
        case .menu(_, let options): return options.filter { holds($0.when) }.map { .item($0.id) }
        case .page: return [.goOn]
        case .question(let question): return options(of: question)
        case .review(let review): return reviewed(review, after: waiting.way).map { .item($0) } + [.accept]
        case .route, .call, .end, nil: return []
        }
    }

    private func options(of question: Question) -> [ShownOption] {
        guard case .choice(let choices) = question.expect, !isFound(choices) else { return [] }
        var options: [ShownOption] = []
        for choice in script.choices(of: choices.source) where holds(choice.when) { options.append(.item(choice.id)) }
        if question.optional != nil { options.append(.skip) }
        return options
    }

    /// The fields that a review shows: those that have an answer which counts.
    private func reviewed(_ review: Review, after way: Path?) -> [String] {
        guard let place = session.place, let way else { return [] }
        return review.fields.map(\.id).filter { session.answers[$0] != nil && keeps($0, on: way, to: place) }
    }

    /// The screen that waits, looked up once for all that is shown of it.
    struct Waiting {
        var screen: Screen?
        /// What leads to it where it is a review.
        var way: Path?
    }

    var waiting: Waiting {
        let screen = screen
        guard case .review? = screen?.kind, let place = session.place else { return Waiting(screen: screen, way: nil) }
        return Waiting(screen: screen, way: path(to: place))
    }

    /// Being called back, as the start menu offers it to this person.
    var callbackOption: MenuChoice? {
        script.facts.callbackOptions.first { holds($0.option.when) }
    }

    /// The words beside the number.
    func words(of option: ShownOption) -> String { words(of: option, on: waiting) }

    func words(of option: ShownOption, on waiting: Waiting) -> String {
        switch option {
        case .item(let id): itemWords(id, on: waiting)
        case .skip: waiting.screen?.question?.optional.map { text($0) } ?? ""
        case .accept: acceptWords(of: waiting.screen)
        case .goOn, .tryAgain: text(.goOn)
        case .keep: (waiting.screen?.question).flatMap { answerOrSkipping(of: $0) } ?? ""
        case .change, .startOver: text(.resumeOver)
        case .resume: text(.resumeGoOn)
        case .start: text(.start)
        case .callback: callbackOption.map { text($0.option.words) } ?? ""
        case .same: text(.sameNumberYes)
        case .other: text(.sameNumberNo)
        }
    }

    private func itemWords(_ id: String, on waiting: Waiting) -> String {
        switch waiting.screen?.kind {
        case .menu(_, let options): return options.first { $0.id == id }.map { text($0.words) } ?? ""
        case .question(let question):
            guard case .choice(let choices) = question.expect else { return "" }
            return choice(id, of: choices).map { text($0.words) } ?? ""
        case .review: return reviewLine(id, after: waiting.way)
        case .page, .route, .call, .end, nil: return ""
        }
    }

    private func reviewLine(_ field: String, after way: Path?) -> String {
        let question = correctable(field, after: way)?.question
        let label = question?.label.map { text($0) } ?? field
        return "\(label) : \(question.flatMap { answerOrSkipping(of: $0) } ?? answerWords(of: field, kind: channel.kind) ?? "")"
    }

    func label(of field: String) -> String {
        correctable(field)?.question.label.map { text($0) } ?? field
    }

    private func answerOrSkipping(of question: Question) -> String? {
        session.answers[question.save.id]?.answer == .skipped
            ? question.optional.map { text($0) } : answerWords(of: question.save.id, kind: channel.kind)
    }

    private func acceptWords(of screen: Screen?) -> String {
        guard case .review(let review)? = screen?.kind else { return "" }
        return text(review.accept)
    }

    /// The question that a review asks again for a field: the one on the way to the review, else any that saves it, as called from the
    /// review so that it comes back there.
    func correctable(_ field: String) -> (frame: Frame, question: Question)? {
        session.place.flatMap { correctable(field, after: path(to: $0)) }
    }

    private func correctable(_ field: String, after way: Path?) -> (frame: Frame, question: Question)? {
        guard let place = session.place else { return nil }
        if let frame = way?.frame(of: field), let question = script.screen(at: frame.screen)?.question {
            return (frame, question)
        }
        return script.facts.questions[field]?.first.map { screen, question in
            (Frame(screen: screen, calls: place.calls + [place.screen]), question)
        }
    }
}
