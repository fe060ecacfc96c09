import Texting

/// What the phone is told.
extension Walker {
    /// Stops at a screen that is newly reached.
    mutating func show(_ screen: Screen, at frame: Frame) {
        if let leaving, !leaving.stands(with: frame) { session.remember(leaving) }
        leaving = nil
        let isQuestion = screen.question != nil
        place(at: Frame(screen: frame.screen, calls: frame.calls, pace: isQuestion ? pace : .stepping))
        if pace == .stepping, let question = screen.question, question.known == .offer, situation.validAnswer(to: question) != nil {
            session.mode = .knownOffer
        }
        if isGoingHome { session.home = frame.standing }
        present(screen)
    }

    /// Stands at a screen without the traces of the one before.
    mutating func place(at frame: Frame) {
        session.place = frame
        session.mode = .screen
        session.isWayOut = false
        session.misses = 0
        session.heading = ""
        session.shown = []
    }

    /// Shows what waits from its first page on, with options as they are now.
    mutating func present() { present(situation.screen) }

    private mutating func present(_ screen: Screen?) {
        session.page = 0
        session.heading = heading
        heading = ""
        let waiting = situation.waiting(at: screen)
        session.shown = situation.options(of: waiting)
        tell(waiting)
    }

    /// Shows what waits, with the options that were shown.
    mutating func tell() { tell(situation.waiting) }

    private mutating func tell(_ waiting: Situation.Waiting) {
        session.shownBy = situation.channel.kind
        renewOptions()
        session.isBehind = nil
        let pages = laidOut(situation, waiting)
        session.pageCount = pages.count
        session.page = min(session.page, max(pages.count - 1, 0))
        let text = page(of: pages)
        said = Said(text: text, masked: holdsPrivate ? page(of: laidOut(situation.masked, waiting)) : text, ends: false)
    }

    /// Words that stand alone and change nothing of what waits.
    mutating func say(_ text: String, masked: String) {
        let shown = page(of: layout(of: Shown(text: text)))
        said = Said(text: shown, masked: masked == text ? shown : page(of: layout(of: Shown(text: masked))), ends: false)
    }

    mutating func end(_ words: Words) {
        let text = situation.text(words)
        end(with: text, masked: holdsPrivate ? situation.masked.text(words) : text)
    }

    /// A polite end, where the script leads nowhere.
    mutating func close() {
        isLost = true
        let text = situation.text(.closed)
        end(with: text, masked: text)
    }

    private mutating func end(with text: String, masked: String) {
        session.page = 0
        say(text, masked: masked)
        said?.ends = true
    }

    private var holdsPrivate: Bool {
        for answer in situation.session.answers.values where answer.isPrivate { return true }
        return false
    }

    private func laidOut(_ situation: Situation, _ waiting: Situation.Waiting) -> [String] {
        layout(of: situation.shown(waiting))
    }

    private func layout(of shown: Shown) -> [String] {
        pages(of: shown, words: script.words, language: session.language, channel: situation.channel)
    }

    private func page(of pages: [String]) -> String {
        pages.isEmpty ? "" : pages[min(session.page, pages.count - 1)]
    }
}
