/// What the numbers of the phone stand for.
extension Situation {
    /// Computed when a screen is first shown; after that what was shown counts.
    func options() -> [ShownOption] {
        if session.isWayOut { return [.tryAgain, .start] + (callbackOption == nil ? [] : [.callback]) }
        switch session.mode {
        case .resumeOffer: return [.resume, .startOver]
        case .knownOffer: return [.keep, .change]
        case .sameNumber: return [.same, .other]
        // Put there by the search.
        case .matches: return session.shown
        case .screen: break
        }
        switch screen?.kind {
        case .menu(_, let options): return options.filter { holds($0.when) }.map { .item($0.id) }
        case .page: return [.goOn]
        case .question(let question): return options(of: question)
        case .review(let review): return reviewed(review).map { .item($0) } + [.accept]
        case .route, .call, .end, nil: return []
        }
    }

    private func options(of question: Question) -> [ShownOption] {
        guard case .choice(let choices) = question.expect, !isFound(choices) else { return [] }
        return available(choices).map { .item($0.id) } + (question.optional == nil ? [] : [.skip])
    }

    /// The fields that a review shows: those that have an answer which counts.
    private func reviewed(_ review: Review) -> [String] {
        guard let place = session.place else { return [] }
        let path = path(to: place)
        return review.fields.map(\.id).filter { session.answers[$0] != nil && keeps($0, on: path, to: place) }
    }

    /// Being called back, as the start menu offers it to this person.
    var callbackOption: MenuChoice? {
        script.facts.callbackOptions.first { holds($0.option.when) }
    }

    /// The words beside the number.
    func words(of option: ShownOption) -> String {
        switch option {
        case .item(let id): itemWords(id)
        case .skip: screen?.question?.optional.map { text($0) } ?? ""
        case .accept: acceptWords
        case .goOn, .tryAgain: text(.goOn)
        case .keep: (screen?.question).flatMap { answerOrSkipping(of: $0) } ?? ""
        case .change, .startOver: text(.resumeOver)
        case .resume: text(.resumeGoOn)
        case .start: text(.start)
        case .callback: callbackOption.map { text($0.option.words) } ?? ""
        case .same: text(.sameNumberYes)
        case .other: text(.sameNumberNo)
        }
    }

    private func itemWords(_ id: String) -> String {
        switch screen?.kind {
        case .menu(_, let options): return options.first { $0.id == id }.map { text($0.words) } ?? ""
        case .question(let question):
            guard case .choice(let choices) = question.expect else { return "" }
            return choice(id, of: choices).map { text($0.words) } ?? ""
        case .review: return reviewLine(id)
        case .page, .route, .call, .end, nil: return ""
        }
    }

    private func reviewLine(_ field: String) -> String {
        let question = correctable(field)?.question
        return "\(label(of: field)) : \(question.flatMap { answerOrSkipping(of: $0) } ?? answerWords(of: field, kind: channel.kind) ?? "")"
    }

    func label(of field: String) -> String {
        correctable(field)?.question.label.map { text($0) } ?? field
    }

    private func answerOrSkipping(of question: Question) -> String? {
        session.answers[question.save.id]?.answer == .skipped
            ? question.optional.map { text($0) } : answerWords(of: question.save.id, kind: channel.kind)
    }

    private var acceptWords: String {
        guard case .review(let review)? = screen?.kind else { return "" }
        return text(review.accept)
    }

    /// The question that a review asks again for a field: the one on the way to the review, else any that saves it, as called from the
    /// review so that it comes back there.
    func correctable(_ field: String) -> (frame: Frame, question: Question)? {
        guard let place = session.place else { return nil }
        if let frame = path(to: place).fields[field], let question = script.screen(at: frame.screen)?.question {
            return (frame, question)
        }
        return script.facts.questions[field]?.first.map { screen, question in
            (Frame(screen: screen, calls: place.calls + [place.screen]), question)
        }
    }
}
