/// The whole of what the phone shows, before it is laid out.
extension Situation {
    func shown() -> Shown {
        Shown(
            text: [session.heading, body].filter { !$0.isEmpty }.joined(separator: "\n"), options: session.shown.map(words),
            keys: shownKeys,
            keyForm: keyForm, skipping: isSkippedByKey ? screen?.question?.optional.map { text($0) } : nil)
    }

    private var body: String {
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

    /// Those that do something on the first page.
    var shownKeys: [KeyLine] {
        if session.isWayOut || session.mode == .sameNumber { return [] }
        if session.mode == .resumeOffer { return [.start] }
        return KeyLine.allCases.filter { key in
            switch key {
            case .skip: isSkippedByKey
            case .more: false
            case .back: session.mode == .matches || placeBefore != nil
            case .start: !isAtStart
            }
        }
    }

    /// Whether going to the start would change nothing.
    private var isAtStart: Bool {
        guard let place = session.place?.standing else { return true }
        return place == session.home || place == script.startFrame(of: script.start)
    }

    /// Where skipping has no number.
    private var isSkippedByKey: Bool {
        guard let question = screen?.question, question.optional != nil, session.mode != .knownOffer else { return false }
        guard case .choice(let choices) = question.expect else { return true }
        return isFound(choices)
    }

    /// Where `0` leads from the first page.
    var placeBefore: Frame? { session.history.last { stands($0) } }

    /// Keys that would be answers are written with a `#`.
    private var keyForm: KeyForm {
        guard session.mode == .screen, let question = openQuestion, case .number = question.expect else { return .plain }
        return KeyLine.allCases.contains { answer(TypedText($0.key(of: channel.keys)), to: question) != nil } ? .hashed : .plain
    }
}
