import Texting

/// Answers to questions.
extension Walker {
    mutating func answer(_ question: Question, _ typed: TypedText) {
        guard case .choice(let choices) = question.expect else {
            guard let answer = situation.answer(typed, to: question) else { return miss() }
            understood = .answer
            return accept(answer, to: question)
        }
        if session.shown.isEmpty, situation.isFound(choices) { return search(choices, typed) }
        if choices.several == nil || option(typed) == .skip { return take(option(typed), of: question) }
        guard let numbers = TypedChoices.parse(typed) else { return miss() }
        let ids = numbers.map { number -> String? in
            guard session.shown.indices.contains(number - 1), case .item(let id) = session.shown[number - 1] else { return nil }
            return id
        }
        let chosen = session.shown.compactMap { option -> String? in
            if case .item(let id) = option, ids.contains(id) { id } else { nil }
        }
        guard !ids.contains(nil), situation.accepts(.several(chosen), to: question) else { return miss() }
        understood = .answer
        accept(.several(chosen), to: question)
    }

    /// An option of a choice by its number.
    mutating func take(_ option: ShownOption?, of question: Question) {
        switch option {
        case .item(let id)?:
            guard case .choice(let choices) = question.expect, situation.choice(id, of: choices) != nil else { return miss() }
            understood = .answer
            accept(choices.several == nil ? .choice(id) : .several([id]), to: question)
        case .skip? where question.optional != nil:
            understood = .skip
            accept(.skipped, to: question)
        default: miss()
        }
    }

    mutating func answerMatches(_ typed: TypedText) {
        guard let question = situation.screen?.question, case .choice(let choices) = question.expect else { return miss() }
        if typed.optionNumber != nil { return take(option(typed), of: question) }
        search(choices, typed)
    }

    /// Offers what begins with the letters typed, else what has a word that does.
    mutating func search(_ choices: Choices, _ typed: TypedText) {
        let beginning = Self.searched(String(typed.text.prefix(Self.longestSearch)))
        guard !beginning.isEmpty else { return miss() }
        let candidates = situation.available(choices).map { (id: $0.id, words: Self.searched(situation.text($0.words))) }
        var matches = candidates.filter { $0.words.hasPrefix(beginning) }
        if matches.isEmpty { matches = candidates.filter { $0.words.contains(" " + beginning) } }
        guard !matches.isEmpty else { return miss(saying: situation.text(.noMatch)) }
        offer(matches.map { .item($0.id) })
    }

    /// What was found, to be taken by its number.
    mutating func offer(_ matches: [ShownOption]) {
        understood = .answer
        session.mode = .matches
        session.misses = 0
        session.shown = Array(matches.prefix(Choices.mostMatches))
        present()
    }

    private static var longestSearch: Int { 80 }

    /// Folded, and with blanks for hyphens and apostrophes: on a phone's digits they are keys that hardly anybody finds.
    private static func searched(_ text: String) -> String { folded(String(text.map { "-'’‐‑".contains($0) ? " " : $0 })) }

    /// `1` keeps, another answer that the question takes is one, all else asks.
    mutating func answerKnownOffer(_ typed: TypedText) {
        guard let place = session.place, let question = situation.screen?.question else { return miss() }
        if option(typed) == .keep, let answer = situation.validAnswer(to: question) {
            understood = .answer
            return leave(place, question, after: answer, to: reviewBehind(place))
        }
        guard !typed.isEmpty else { return miss() }
        session.mode = .screen
        if option(typed) != .change, let answer = situation.answer(typed, to: question) {
            understood = .answer
            return accept(answer, to: question)
        }
        understood = .option
        present()
    }

    mutating func accept(_ answer: Answer, to question: Question) {
        guard let place = session.place else { return miss() }
        session.answers[question.save.id] = GivenAnswer(
            answer: answer, words: consentWords(answer, question), at: now, isPrivate: question.isPrivate)
        let review = reviewBehind(place)
        session.origins[question.save.id] = review == nil ? place.dialog : nil
        session.brought?.remove(question.save.id)
        session.told?.hidden?.remove(question.save.id)
        if case .reference(let reference) = answer, case .reference(let signUp) = question.expect {
            prove(reference, of: signUp)
        }
        leave(place, question, after: answer, to: review)
    }

    /// Goes on from a question; a correction goes on where the whole way with that answer leads.
    private mutating func leave(_ place: Frame, _ question: Question, after answer: Answer, to review: Frame?) {
        if let review { return walk(.at(review)) }
        if place.pace == .passing, situation.path(to: place).isComplete, let start = script.startFrame(of: place.dialog) {
            return walk(.at(start))
        }
        guard let next = question.next.target(after: answer) else { return close() }
        go(to: next, from: place)
    }

    /// The review that a question was asked from which is not on the way to it.
    private func reviewBehind(_ place: Frame) -> Frame? {
        guard let caller = place.calls.last, case .review? = script.screen(at: caller)?.kind else { return nil }
        return Frame(screen: caller, calls: Array(place.calls.dropLast()))
    }

    /// The question as shown and the words chosen, for what somebody consents to.
    private func consentWords(_ answer: Answer, _ question: Question) -> String? {
        guard case .choice(let id) = answer, case .choice(let choices) = question.expect,
            script.isConsent(question.save.id), let choice = situation.choice(id, of: choices)
        else { return nil }
        let letters = situation.channel.budget.letters
        return fitted(situation.text(question.ask), to: letters) + " / " + fitted(situation.text(choice.words), to: letters)
    }
}
