/// The whole of what the phone shows, before it is laid out.
extension Situation {
    func shown() -> Shown { shown(waiting) }

    func shown(_ waiting: Waiting) -> Shown {
        let screen = waiting.screen
        let body = body(of: screen)
        let skipping = skippedByKey(on: screen)
        return Shown(
            text: session.heading.isEmpty ? body : [session.heading, body].filter { !$0.isEmpty }.joined(separator: "\n"),
            options: words(of: session.shown, on: waiting), keys: keys(skipping: skipping), keyForm: keyForm(of: screen),
            skipping: skipping.map { text($0) })
    }

    private func body(of screen: Screen?) -> String {
        if session.isWayOut { return text(.wayOut) }
        if session.mode == .resumeOffer { return text(.resumeOffer, ["title": title]) }
        if session.mode == .sameNumber { return text(.sameNumber) }
        return switch screen?.kind {
        case .menu(let say, _), .page(let say, _): text(say)
        case .question(let question): text(question.ask)
        case .review(let review): text(review.say)
        case .end(let words): text(words)
        case .route, .call, nil: ""
        }
    }

    /// No name and no answer: whoever dials may be somebody else.
    private var title: String {
        var view = self
        view.session.answers = [:]
        view.session.reference = nil
        return session.place.flatMap { script.dialogs[$0.dialog]?.title }.map { view.text($0) } ?? ""
    }

    var shownKeys: [KeyLine] { keys(skipping: skippedByKey(on: screen)) }

    /// Those that do something on the first page.
    private func keys(skipping: Words?) -> [KeyLine] {
        if session.isWayOut || session.mode == .sameNumber { return [] }
        if session.mode == .resumeOffer { return [.start] }
        var keys: [KeyLine] = []
        if skipping != nil { keys.append(.skip) }
        if session.mode == .matches {
            keys.append(.back)
        } else if placeBefore != nil {
            keys.append(.back)
        }
        if !isAtStart { keys.append(.start) }
        return keys
    }

    /// Whether going to the start would change nothing.
    private var isAtStart: Bool {
        guard let place = session.place else { return true }
        if let home = session.home, place.stands(with: home) { return true }
        return script.home.map { place.stands(with: $0) } ?? false
    }

    /// The words of skipping, where it has no number.
    private func skippedByKey(on screen: Screen?) -> Words? {
        guard let question = screen?.question, let words = question.optional, session.mode != .knownOffer else { return nil }
        guard case .choice(let choices) = question.expect else { return words }
        return isFound(choices) ? words : nil
    }

    /// Where `0` leads from the first page.
    var placeBefore: Frame? {
        for frame in session.history.reversed() where stands(frame) { return frame }
        return nil
    }

    /// Keys that would be answers are written with a `#`.
    private func keyForm(of screen: Screen?) -> KeyForm {
        guard session.mode == .screen, let question = question(openOn: screen), case .number = question.expect else { return .plain }
        return KeyLine.allCases.contains { answer(TypedText($0.key(of: channel.keys)), to: question) != nil } ? .hashed : .plain
    }
}
