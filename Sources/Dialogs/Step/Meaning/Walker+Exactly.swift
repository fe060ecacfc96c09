/// What is an answer to the open question without a doubt.
extension Walker {
    /// Takes it where it is one; else nothing has changed.
    mutating func answersExactly(_ typed: TypedText) -> Bool {
        if let key = key(typed) {
            beginAnswer()
            if !press(key) { miss() }
            return true
        }
        switch situation.exactly(typed, among: session.shown) {
        case .one(let option): take(option)
        case .several(let options): ask(which: options)
        case .nothing:
            if let key = saidKey(typed) {
                beginAnswer()
                return press(key)
            }
            return answersQuestionExactly(typed)
        }
        return true
    }

    /// An option as it is shown, as if its number had been typed.
    mutating func take(_ option: ShownOption) {
        guard let index = session.shown.firstIndex(of: option) else { return miss() }
        beginAnswer()
        answerShown(TypedText(String(index + 1)))
    }

    /// A key that the screen shows, by its words, unless a dialog has them for its keyword; where text is asked they may be the text.
    private func saidKey(_ typed: TypedText) -> KeyLine? {
        if let optional = situation.skippable?.optional, situation.isSaid(optional, by: typed) { return .skip }
        guard !situation.asksFreeText, situation.keyword(typed) == nil else { return nil }
        return situation.shownKeys.first { key in script.words.texts[key.words].map { situation.isSaid($0, by: typed) } ?? false }
    }

    private mutating func answersQuestionExactly(_ typed: TypedText) -> Bool {
        guard let question = situation.openQuestion else { return false }
        switch question.expect {
        case .text: return false
        case .number, .date, .phone, .reference:
            guard situation.answer(typed, to: question) != nil else { return false }
            beginAnswer()
            answerShown(typed)
            return true
        case .choice(let choices):
            if choices.several != nil, session.mode == .screen, !session.shown.isEmpty { return answersSeveral(typed, of: question) }
            guard let hidden = situation.hiddenOptions, case .one(let option) = situation.named(typed, among: hidden) else { return false }
            beginAnswer()
            take(option, of: question)
            return true
        }
    }

    private mutating func answersSeveral(_ typed: TypedText, of question: Question) -> Bool {
        let situation = situation
        let numbers = TypedChoices.parse(typed).map { $0.allSatisfy(session.shown.indices.map { $0 + 1 }.contains) } ?? false
        let named = situation.severalNumbered(typed) { situation.exactly($0, among: situation.session.shown) }
        guard let answer = numbers ? typed : named else { return false }
        beginAnswer()
        answerShown(answer)
        return true
    }
}

extension Situation {
    /// The question that can be skipped without a number.
    var skippable: Question? {
        guard let question = openQuestion, session.mode != .knownOffer, question.optional != nil else { return nil }
        return question
    }

    /// Choices that can be named although no number stands for them: where their beginning is asked for, and behind the answer that is
    /// known already; nil where all that can be chosen is shown.
    var hiddenOptions: [ShownOption]? {
        guard let question = openQuestion, case .choice(let choices) = question.expect else { return nil }
        guard session.mode == .knownOffer ? choices.several == nil : isFound(choices) else { return nil }
        return available(choices).map { .item($0.id) }
    }
}
