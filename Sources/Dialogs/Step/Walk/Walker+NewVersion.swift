/// A conversation in a script that is newer than what it was last shown.
extension Walker {
    /// The same screen if it is there and has what it needs, else the re-walk, else the start with a word.
    mutating func relocate() {
        leaving = nil
        guard let dialog = session.place?.dialog, let start = script.startFrame(of: dialog) else { return beginAgain() }
        let before = self
        pace = .passing
        walk(.at(start))
        guard isLost else { return }
        self = before
        beginAgain()
    }

    /// What a newer version has dropped has no words to be shown again with, so the options of now are shown in its place.
    mutating func renewOptions() {
        guard situation.surroundings.isNewVersion || session.isBehind == true, session.shown.contains(where: situation.isGone) else {
            return
        }
        if session.mode == .matches { session.mode = .screen }
        session.shown = situation.options()
    }

    private mutating func beginAgain() {
        session.history = []
        heading = situation.text(.closed)
        goHome()
    }
}

extension Situation {
    /// Whether what waits is there in this script, and has the answers that it shows.
    var isAtHome: Bool {
        guard let place = session.place, stands(place), let screen else { return false }
        return switch screen.kind {
        case .menu(let say, _), .page(let say, _): hasAnswers(for: say)
        case .question(let question): hasAnswers(for: question.ask)
        case .review(let review): hasAnswers(for: review.say)
        case .route, .call, .end: false
        }
    }

    func isGone(_ option: ShownOption) -> Bool {
        if case .item = option { words(of: option).isEmpty } else { false }
    }

    /// Whether the numbers on the phone can be judged by what waits now.
    var takesWhatIsShown: Bool {
        if session.isWayOut || session.mode != .screen { return true }
        let hasItems = session.shown.contains { if case .item = $0 { true } else { false } }
        return switch screen?.kind {
        case .menu: !session.shown.contains(.goOn) && !session.shown.contains(.accept)
        case .page: session.shown == [.goOn]
        case .question(let question): question.isChoice || !hasItems
        case .review: session.shown.contains(.accept)
        case .route, .call, .end, nil: false
        }
    }
}
