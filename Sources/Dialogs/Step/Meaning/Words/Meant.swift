/// Which of the things on offer somebody means.
enum Meant: Equatable {
    case nothing
    case one(ShownOption)
    /// Equally near: that is asked, never guessed.
    case several([ShownOption])

    init(_ options: [ShownOption]) {
        self =
            switch options.count {
            case 0: .nothing
            case 1: .one(options[0])
            default: .several(options)
            }
    }
}

extension Situation {
    /// The reader's language, then every other of the script.
    var languagesInTurn: [Language] { [language] + script.languages.filter { $0 != language } }

    /// The first language in which something is as near as that decides.
    func meant(_ written: TypedText, among options: [ShownOption], by nearness: Nearness) -> Meant {
        for language in languagesInTurn {
            let near = options.filter { spoken($0, in: language).contains { nearness.holds(written.text, for: $0) } }
            if !near.isEmpty { return Meant(near) }
        }
        return .nothing
    }

    /// By its whole words; a consent forgives no sign beside them.
    func named(_ written: TypedText, among options: [ShownOption]) -> Meant {
        let whole = meant(written, among: options, by: .exact)
        return whole == .nothing && !asksConsent ? meant(written, among: options, by: .whole) : whole
    }

    /// By the beginning of its words, then by its words with a slip; a consent is never given that way.
    func nearest(_ written: TypedText, among options: [ShownOption]) -> Meant {
        guard !asksConsent else { return .nothing }
        let begun = meant(written, among: options, by: .beginning)
        return begun == .nothing ? meant(written, among: options, by: .slip) : begun
    }

    /// Whether those words are written, whole, in any language.
    func isSaid(_ words: Words, by written: TypedText) -> Bool {
        languagesInTurn.contains { Nearness.whole.holds(written.text, for: speaking($0).text(words)) }
    }

    /// What somebody writes who means that option.
    private func spoken(_ option: ShownOption, in language: Language) -> [String] {
        let view = speaking(language)
        guard !session.isWayOut, case .item(let field) = option, case .review? = screen?.kind else { return [view.words(of: option)] }
        // The label alone, or the line as it is shown.
        return [view.label(of: field), view.words(of: option)]
    }

    /// Whether somebody consents to a sign-up with the answer that is awaited.
    var asksConsent: Bool {
        openQuestion.map { $0.isChoice && script.isConsent($0.save.id) } ?? false
    }

    /// Whether any words would be an answer.
    var asksFreeText: Bool {
        guard let question = openQuestion, case .text = question.expect else { return false }
        return true
    }
}
