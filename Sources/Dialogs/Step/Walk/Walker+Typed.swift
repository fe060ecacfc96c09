/// One answer on the phone.
extension Walker {
    mutating func type(_ text: String) {
        if session.mode == .sameNumber, situation.contact.isDoubted { return answerSameNumber(TypedText(text)) }
        guard session.place != nil else {
            // Nothing waits: as after a conversation that was purged in the middle of its session.
            forgetAll()
            goHome()
            understood = .dial
            return
        }
        if session.isAsked == true {
            session.isAsked = nil
            effects.append(.opened)
        }
        session.touched = now
        if session.mode != .resumeOffer, !canTakeAnswer {
            return showAgain(TypedText(text))
        }
        answer(text)
    }

    /// What waits is not what was shown: it can't be answered before it is seen.
    mutating func showAgain(_ typed: TypedText) {
        understood = .resume
        words = situation.screen?.question?.isPrivate == true ? nil : kept(typed)
        if situation.isAtHome { goOn() } else { relocate() }
    }

    /// Whether what was shown is still there to be answered.
    var canTakeAnswer: Bool {
        guard situation.surroundings.isNewVersion || session.isBehind == true else {
            return session.place.map { situation.stands($0) } ?? false
        }
        return situation.isAtHome && situation.takesWhatIsShown
    }

    /// Understands what was typed where the conversation stands, and goes on from there.
    mutating func answer(_ text: String) {
        let typed = TypedText(text)
        let isPrivate = situation.screen?.question?.isPrivate ?? false
        beginAnswer()
        if let key = key(typed) {
            if !press(key) { miss() }
        } else {
            answerShown(typed)
        }
        words = isPrivate ? nil : kept(typed)
    }

    /// From here the walk goes forward.
    mutating func beginAnswer() {
        leaving = situation.session.place
        passed = []
        pace = leaving?.pace ?? .stepping
    }

    /// What is no key is an answer to what the phone shows.
    mutating func answerShown(_ typed: TypedText) {
        if session.isWayOut { return takeWayOut(typed) }
        switch session.mode {
        case .resumeOffer: answerOffer(typed)
        case .knownOffer: answerKnownOffer(typed)
        case .matches: answerMatches(typed)
        case .sameNumber: answerSameNumber(typed)
        case .screen: answerScreen(typed)
        }
    }

    /// People mistype PINs: digits that answered no question are in no recording.
    func kept(_ typed: TypedText) -> String {
        switch understood {
        case .answer, .skip, .back, .start, .more, .command, .keyword: typed.text
        case .dial, .option, .miss, .wayOut, .resume, .hangUp, .unexpected, .sameNumber: typed.looksLikePIN ? Situation.mask : typed.text
        }
    }

    private mutating func answerScreen(_ typed: TypedText) {
        guard let place = session.place, let screen = situation.screen else { return miss() }
        switch screen.kind {
        case .menu(_, let options):
            guard case .item(let id)? = option(typed), let option = options.first(where: { $0.id == id }) else { return miss() }
            understood = .option
            take(option, of: place)
        case .page(_, let next):
            understood = .option
            session.walked[place.screen.description] = ""
            go(to: next, from: place)
        case .question(let question): answer(question, typed)
        case .review(let review): answer(review, typed)
        case .route, .call, .end: miss()
        }
    }

    /// What stands beside that number on the phone.
    func option(_ typed: TypedText) -> ShownOption? {
        typed.optionNumber.flatMap { session.shown.indices.contains($0 - 1) ? session.shown[$0 - 1] : nil }
    }

    mutating func take(_ option: Option, of menu: Frame) {
        session.walked[menu.screen.description] = option.id
        perform(option.actions, at: menu)
        if said?.ends != true { go(to: option.next, from: menu) }
    }
}
