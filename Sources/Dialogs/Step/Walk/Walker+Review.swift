/// Reviews, offers and misses.
extension Walker {
    mutating func answer(_ review: Review, _ typed: TypedText) {
        guard let place = session.place, let option = option(typed) else { return miss() }
        switch option {
        case .accept:
            understood = .option
            go(to: review.next, from: place)
        case .item(let field):
            guard let (frame, _) = situation.correctable(field) else { return miss() }
            understood = .option
            session.remember(place)
            self.place(at: Frame(screen: frame.screen, calls: frame.calls, pace: .passing))
            present()
        default: miss()
        }
    }

    mutating func answerOffer(_ typed: TypedText) {
        switch option(typed) {
        case .resume?:
            understood = .resume
            goOn()
        case .startOver?:
            understood = .resume
            startOver()
        default: miss()
        }
    }

    /// Try again, the start, or being called back.
    mutating func takeWayOut(_ typed: TypedText) {
        switch option(typed) {
        case .tryAgain?:
            understood = .wayOut
            leaveWayOut()
        case .start?:
            understood = .wayOut
            goHome()
        case .callback?:
            guard let choice = situation.callbackOption else { return miss() }
            understood = .wayOut
            pace = .stepping
            take(choice.option, of: choice.menu)
        default: miss()
        }
    }

    /// Shows again what was not understood; matches have given their place up.
    mutating func leaveWayOut() {
        session.isWayOut = false
        if session.mode == .matches { session.mode = .screen }
        present()
    }

    /// Repeats the question with its hint; the third time in a row there is a way out.
    mutating func miss(saying words: String? = nil) {
        understood = .miss
        if let question = situation.openQuestion, case .reference = question.expect { effects.append(.referenceMissed) }
        session.heading = words ?? situation.hint()
        session.page = 0
        if !isAtWayOut() { tell() }
    }

    /// Several options are as near to what was written as they can be: which of them is asked, in one line of its own, and the numbers
    /// stay what they are.
    mutating func ask(which options: [ShownOption]) {
        understood = .miss
        guard !isAtWayOut() else { return }
        let numbered = { (situation: Situation) in
            options.compactMap { option in
                situation.session.shown.firstIndex(of: option).map { "\($0 + 1) \(situation.words(of: option))" }
            }.joined(separator: ", ")
        }
        say(
            situation.text(.ambiguous, ["options": numbered(situation)]),
            masked: situation.text(.ambiguous, ["options": numbered(situation.masked)]))
    }

    /// Counts the miss, and shows the way out where it is the third; whose number it is, nobody gets past.
    private mutating func isAtWayOut() -> Bool {
        session.misses += 1
        guard !session.isWayOut, session.mode != .sameNumber, session.misses >= Self.missesToWayOut else { return false }
        session.isWayOut = true
        session.misses = 0
        present()
        return true
    }

    private static var missesToWayOut: Int { 3 }
}
