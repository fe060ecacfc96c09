/// One answer on the phone.
extension Walker {
    mutating func type(_ text: String, after old: Session?) {
        guard old?.place != nil else {
            // Nothing waits: as after a conversation that was purged in the middle of its session.
            forgetAll()
            goHome()
            understood = .dial
            return
        }
        session.touched = now
        if session.mode != .resumeOffer, !canTakeAnswer {
            understood = .resume
            words = situation.screen?.question?.isPrivate == true ? nil : kept(TypedText(text))
            if situation.isAtHome { goOn() } else { relocate() }
            return
        }
        answer(text)
    }

    /// Whether what was shown is still there to be answered.
    private var canTakeAnswer: Bool {
        guard situation.surroundings.isNewVersion else { return session.place.map { situation.stands($0) } ?? false }
        return situation.isAtHome && situation.takesWhatIsShown
    }

    /// Understands what was typed where the conversation stands, and goes on from there.
    mutating func answer(_ text: String) {
        let typed = TypedText(text)
        let isPrivate = situation.screen?.question?.isPrivate ?? false
        leaving = session.place
        passed = []
        pace = session.place?.pace ?? .stepping
        if let key = key(typed) {
            if !press(key) { miss() }
        } else if session.isWayOut {
            takeWayOut(typed)
        } else {
            switch session.mode {
            case .resumeOffer: answerOffer(typed)
            case .knownOffer: answerKnownOffer(typed)
            case .matches: answerMatches(typed)
            case .screen: answerScreen(typed)
            }
        }
        words = isPrivate ? nil : kept(typed)
    }

    /// People mistype PINs: digits that answered no question are in no recording.
    private func kept(_ typed: TypedText) -> String {
        switch understood {
        case .answer, .skip, .back, .start, .more: typed.text
        case .dial, .option, .miss, .wayOut, .resume, .command, .keyword, .hangUp, .unexpected, .sameNumber: typed.looksLikePIN ? Situation.mask : typed.text
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
