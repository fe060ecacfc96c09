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
        case .menu(_, let options):
            var items: [ShownOption] = []
            items.reserveCapacity(options.count)
            for option in options where holds(option.when) { items.append(.item(option.id)) }
            return items
        case .page: return [.goOn]
        case .question(let question): return options(of: question, waiting.choices)
        case .review(let review): return reviewed(review, after: waiting.way) + [.accept]
        case .route, .call, .end, nil: return []
        }
    }

    private func options(of question: Question, _ offered: [Choice]) -> [ShownOption] {
        guard case .choice(let choices) = question.expect, !isFound(choices) else { return [] }
        var options: [ShownOption] = []
        options.reserveCapacity(offered.count + 1)
        for choice in offered where holds(choice.when) { options.append(.item(choice.id)) }
        if question.optional != nil { options.append(.skip) }
        return options
    }

    /// The fields that a review shows: those that have an answer which counts.
    private func reviewed(_ review: Review, after way: Path?) -> [ShownOption] {
        guard let place = session.place, let way else { return [] }
        var fields: [ShownOption] = []
        for field in review.fields where session.answers.contains(field.id) {
            if keeps(field.id, on: way, to: place) { fields.append(.item(field.id)) }
        }
        return fields
    }

    /// The screen that waits, looked up once for all that is shown of it.
    struct Waiting {
        var screen: Screen?
        /// What leads to it where it is a review.
        var way: Path?
        /// What it offers where it is a choice or a menu, whether it can be taken or not.
        var choices: [Choice] = []
        var options: [Option] = []
    }

    var waiting: Waiting { waiting(at: screen) }

    /// - Parameter screen: the one that waits.
    func waiting(at screen: Screen?) -> Waiting {
        switch screen?.kind {
        case .review?: return Waiting(screen: screen, way: session.place.map { path(to: $0) })
        case .question(let question)?:
            guard case .choice(let choices) = question.expect else { return Waiting(screen: screen) }
            return Waiting(screen: screen, choices: script.choices(of: choices.source))
        case .menu(_, let options)?: return Waiting(screen: screen, options: options)
        case .page?, .route?, .call?, .end?, nil: return Waiting(screen: screen)
        }
    }

    /// Being called back, as the start menu offers it to this person.
    var callbackOption: MenuChoice? {
        script.facts.callbackOptions.first { holds($0.option.when) }
    }

    /// The words beside the number.
    func words(of option: ShownOption) -> String { words(of: option, on: waiting) }

    func words(of options: [ShownOption], on waiting: Waiting) -> [String] {
        var words: [String] = []
        words.reserveCapacity(options.count)
        var next = 0
        for option in options { words.append(self.words(of: option, on: waiting, from: &next)) }
        return words
    }

    private func words(of option: ShownOption, on waiting: Waiting) -> String {
        var next = 0
        return words(of: option, on: waiting, from: &next)
    }

    /// - Parameter next: where an item is looked for first: what is shown has the screen's own order.
    private func words(of option: ShownOption, on waiting: Waiting, from next: inout Int) -> String {
        switch option {
        case .item(let id): itemWords(id, on: waiting, from: &next)
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

    private func itemWords(_ id: String, on waiting: Waiting, from next: inout Int) -> String {
        if let choice = waiting.choices.first(from: &next, where: { $0.id == id }) { return text(choice.words) }
        if let option = waiting.options.first(from: &next, where: { $0.id == id }) { return text(option.words) }
        return waiting.way == nil ? "" : reviewLine(id, after: waiting.way)
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
        session.answers.answer(to: question.save.id) == .skipped
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

extension Array {
    /// The first that is looked for, from an index on and then from the beginning; the next search goes on behind it.
    fileprivate func first(from next: inout Int, where isSought: (Element) -> Bool) -> Element? {
        for step in indices {
            let index = next + step < count ? next + step : next + step - count
            guard isSought(self[index]) else { continue }
            next = index + 1
            return self[index]
        }
        return nil
    }
}
