/// A dialog opened by its word, with the answers that came with it.
extension Walker {
    /// Beats a resume offer; what was answered stays where the conversation is alive.
    mutating func open(_ keyword: KeywordMeant) {
        let startsOver = !situation.isOpenBySMS && resumeRule == .startOver
        leaveOpen()
        // Where a dial starts over, nothing may stay for whoever writes a way past the offer.
        if startsOver { forgetAll() }
        forgetTold()
        session.history = []
        speak(keyword.language)
        let (brought, holdsPrivate) = bring(keyword)
        session.brought = brought.isEmpty ? nil : brought
        // It is entered anew: what it does at its start, such as forgetting whoever was here before, is done again.
        session.done = []
        isGoingHome = keyword.dialog == script.start
        pace = brought.isEmpty ? .stepping : .passing
        if let start = script.startFrame(of: keyword.dialog) { walk(.at(start)) } else { goHome() }
        isGoingHome = false
        understood = .keyword
        if holdsPrivate { words = keyword.word }
    }

    private mutating func speak(_ language: Language) {
        guard language != session.language || situation.contact.language == nil && language != script.source else { return }
        session.language = language
        situation.contact.language = language
        effects.append(.language(language))
    }

    /// Takes the pieces one after the other, as far as each is understood at the question that is next: the fields that they answer, and
    /// whether one of those questions is private.
    private mutating func bring(_ keyword: KeywordMeant) -> (fields: Set<String>, holdsPrivate: Bool) {
        var brought: Set<String> = []
        var holdsPrivate = false
        var next = keyword.answers.isEmpty ? nil : script.answerFrame(of: keyword.dialog)
        for piece in keyword.answers {
            guard let frame = next, let question = script.screen(at: frame.screen)?.question else { break }
            holdsPrivate = holdsPrivate || question.isPrivate
            guard let answer = situation.asking(at: frame).answer(in: piece, to: question) else {
                if case .reference = question.expect, !piece.isEmpty { effects.append(.referenceMissed) }
                break
            }
            session.answers[question.save.id] = GivenAnswer(answer: answer, words: nil, at: now, isPrivate: question.isPrivate)
            session.origins[question.save.id] = keyword.dialog
            if case .reference(let reference) = answer, case .reference(let signUp) = question.expect {
                prove(reference, of: signUp)
            }
            brought.insert(question.save.id)
            broughtNow[question.save.id] = session.answers[question.save.id]
            next = question.next.target(after: answer).flatMap { situation.question(at: script.arrival(of: $0, from: frame)) }
        }
        return (brought, holdsPrivate)
    }
}

extension Script {
    /// The question that the rest of a keyword's message answers, with the calls on the way to it, so that it comes back from there.
    fileprivate func answerFrame(of dialog: String) -> Frame? {
        guard let target = dialogs[dialog]?.keywordAnswer, let address = address(of: target, in: dialog) else { return nil }
        let start = startFrame(of: dialog)
        return start.flatMap { firstFrame(from: .at($0)) { _, frame in frame.screen == address ? .found : .goOn } }
            ?? Frame(screen: address)
    }
}

extension Situation {
    /// As if that question were shown.
    fileprivate func asking(at frame: Frame) -> Situation {
        var view = self
        view.session.place = frame
        view.session.mode = .screen
        view.session.isWayOut = false
        view.session.shown = view.options()
        return view
    }

    /// The next question from there, past routes, calls and returns and without doing anything; nil where something else waits.
    fileprivate func question(at arrival: Script.Arrival) -> Frame? {
        var arrival = arrival
        for _ in 0..<Script.mostHops {
            guard case .at(let frame) = arrival, let screen = script.screen(at: frame.screen) else { return nil }
            switch screen.kind {
            case .question: return frame
            case .route(let route): arrival = script.arrival(of: next(of: route), from: frame)
            case .call(let target, _): arrival = script.calling(target, from: frame)
            case .menu, .page, .review, .end: return nil
            }
        }
        return nil
    }

    /// A piece as an answer to the question that is shown; nothing is asked back, so only what means one thing is understood. Words that
    /// were not shown are no consent.
    fileprivate func answer(in piece: TypedText, to question: Question) -> Answer? {
        guard !asksConsent, !piece.isEmpty else { return nil }
        guard case .choice(let choices) = question.expect else {
            if let optional = question.optional, isSaid(optional, by: piece) { return .skipped }
            if case .number = question.expect {} else if isKey(piece) { return nil }
            return answer(piece, to: question)
        }
        let options = isFound(choices) ? available(choices).map { ShownOption.item($0.id) } : session.shown
        guard let several = choices.several, !isFound(choices) else { return option(piece, among: options).flatMap { answer($0, choices) } }
        if case .skip? = option(piece, among: options) { return .skipped }
        let numbers = TypedChoices.parse(piece)?.map { session.shown.indices.contains($0 - 1) ? session.shown[$0 - 1] : nil }
        let chosen = numbers ?? [option(piece, among: options)]
        let ids = options.compactMap { option -> String? in
            if case .item(let id) = option, chosen.contains(option) { id } else { nil }
        }
        guard !chosen.contains(nil), ids.count >= several.min, accepts(.several(ids), to: question) else { return nil }
        return .several(ids)
    }

    private func option(_ piece: TypedText, among options: [ShownOption]) -> ShownOption? {
        if case .one(let option) = understood(piece, among: options) { option } else { nil }
    }

    private func answer(_ option: ShownOption, _ choices: Choices) -> Answer? {
        switch option {
        case .item(let id): choices.several == nil ? .choice(id) : .several([id])
        case .skip: .skipped
        default: nil
        }
    }

    private func isKey(_ piece: TypedText) -> Bool {
        KeyLine.allCases.contains { key in
            [KeyForm.plain, .hashed].contains { $0.written(key.key(of: channel.keys)) == piece.digits }
        }
    }
}
