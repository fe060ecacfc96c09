import Texting

/// Every page of every screen fits, in every language, on every USSD channel, with the longest answers.
@Sendable func tooLongTexts(_ folder: Inspection) -> [Finding] {
    let home = folder.script.dialogs[folder.script.start].map { ScreenAddress(dialog: folder.script.start, screen: $0.start) }
    var found: [Finding] = []
    var seen: Set<SeenFault> = []
    // Channels with the same room, names and prices show the same.
    for channel in folder.channels where channel.kind == .ussd {
        for language in folder.script.languages {
            let widest = Widest(script: folder.script, fields: folder.fields, channel: channel, language: language)
            var fitting = Fitting(folder: folder, widest: widest)
            for (address, screen) in folder.script.allScreens { fitting.look(at: screen, address, isHome: address == home) }
            for (name, dialog) in folder.script.dialogs.sorted(by: { $0.key < $1.key }) { fitting.lookAtOffer(of: dialog, name) }
            found += fitting.findings.filter { seen.insert(SeenFault(place: $0.place, kind: $0.kind)).inserted }
        }
    }
    return found
}

private struct SeenFault: Hashable {
    var place: Place
    var kind: String
}

private struct Fitting {
    let folder: Inspection
    let widest: Widest
    var findings: [Finding] = []

    init(folder: Inspection, widest: Widest) {
        self.folder = folder
        self.widest = widest
    }

    private var script: Script { folder.script }

    mutating func look(at screen: Screen, _ address: ScreenAddress, isHome: Bool) {
        let offered = script.offered(by: screen)
        let sets = Set(folder.nodes(of: address).flatMap { folder.sets(of: offered, at: $0) }.map { $0.map(\.words) })
        for words in sets.isEmpty ? [offered.map(\.words)] : sets.sorted(by: { $0.count > $1.count }) {
            for fields in reviewed(screen, at: address) {
                guard let shown = widest.shown(screen, options: words, reviewed: fields, isHome: isHome) else { return }
                look(at: shown, of: screen, address)
            }
            for words in words where isTooLong(option: widest.text(words), on: screen, isHome: isHome) { tellOption(words, address) }
        }
        if case .review(let review) = screen.kind {
            for field in review.fields where isTooLong(option: widest.line(of: field.id), on: screen, isHome: isHome) {
                tellLine(field, address)
            }
        }
        lookAtHint(of: screen, address, isHome: isHome)
    }

    private mutating func look(at shown: Shown, of screen: Screen, _ address: ScreenAddress) {
        let pages = laidOut(shown)
        switch screen.kind {
        case .end(let words):
            if pages.count > 1 { tellPages(words, pages, most: 1, address, Bilingual(fr: "une fin", en: "an end")) }
        case .question(let question) where question.isTyped:
            if pages.count > 1 {
                tellPages(question.ask, pages, most: 1, address, Bilingual(fr: "cette question", en: "this question"))
            }
        case .question(let question): tellIfMany(question.ask, pages, address)
        case .menu(let say, _), .page(let say, _): tellIfMany(say, pages, address)
        case .review(let review): tellIfMany(review.say, pages, address)
        case .route, .call: break
        }
    }

    /// With its hint a question that is typed has two pages, and any other has one more than without.
    private mutating func lookAtHint(of screen: Screen, _ address: ScreenAddress, isHome: Bool) {
        guard let question = screen.question, question.isTyped else { return }
        let hint = widest.hint(of: question)
        guard let shown = widest.shown(screen, options: [], reviewed: [], isHome: isHome, heading: hint) else { return }
        let pages = laidOut(shown)
        guard pages.count > 2, laidOut(widest.shown(screen, options: [], reviewed: [], isHome: isHome) ?? shown).count == 1 else { return }
        tellPages(
            question.hint ?? question.ask, pages, most: 2, address,
            Bilingual(fr: "cette question avec son aide", en: "this question with its hint"))
    }

    /// The offer to go on after a dropped session.
    mutating func lookAtOffer(of dialog: Dialog, _ name: String) {
        guard dialog.resume == .offer, dialog.screens.values.contains(where: { $0.question != nil }) else { return }
        let title = widest.text(dialog.title)
        let shown = Shown(
            text: widest.text(.resumeOffer, ["title": title]), options: [widest.text(.resumeGoOn), widest.text(.resumeOver)], keys: [.start]
        )
        let pages = laidOut(shown)
        guard pages.count > 1 else { return }
        tellPages(
            dialog.title, pages, most: 1, nil,
            Bilingual(fr: "l'offre de reprendre, avec ce titre,", en: "the offer to go on, with this title,"))
    }

    private func laidOut(_ shown: Shown) -> [String] {
        pages(of: shown, words: script.words, language: widest.language, channel: widest.channel)
    }

    /// The fields that can have an answer together where a review is; one empty set for other screens.
    private func reviewed(_ screen: Screen, at address: ScreenAddress) -> [[String]] {
        guard case .review(let review) = screen.kind else { return [[]] }
        let sets = Set(folder.nodes(of: address).flatMap { folder.reviewed(review, at: $0) })
        return sets.isEmpty ? [review.fields.map(\.id)] : Array(sets)
    }

    /// Whether an option is longer than a page on which it stands alone.
    private func isTooLong(option: String, on screen: Screen, isHome: Bool) -> Bool {
        if screen.question?.isSearched(in: script) ?? false { return false }
        let numbered = Shown(text: "", options: [option], keys: isHome ? [] : [.back, .start])
        return laidOut(numbered).count > 1
    }

    private mutating func tellIfMany(_ words: Words, _ pages: [String], _ address: ScreenAddress) {
        // Too many options are told as such.
        guard pages.count > Screen.mostPages, !isCrowded(address) else { return }
        tellPages(words, pages, most: Screen.mostPages, address, Bilingual(fr: "cet écran", en: "this screen"))
    }

    private func isCrowded(_ address: ScreenAddress) -> Bool {
        script.screen(at: address).map { script.offered(by: $0).count > Screen.mostOptions } ?? false
    }

    private mutating func tellPages(_ words: Words, _ pages: [String], most: Int, _ address: ScreenAddress?, _ what: Bilingual) {
        let letters = max(1, pages.dropFirst(most).map(\.count).reduce(0, +))
        findings.append(
            Finding(
                .error, "too-many-pages", at: words.place(widest.language, .ussd), screen: address?.screen,
                what: Bilingual(
                    fr: "\(what.french) prend \(pages.count) pages USSD en « \(widest.language.rawValue) », il en faut au plus \(most)",
                    en: "\(what.english) takes \(pages.count) USSD pages in \"\(widest.language.rawValue)\", at most \(most) will do"),
                mend: Bilingual(
                    fr: "raccourcissez d'environ \(letters) lettres, les réponses les plus longues comptées",
                    en: "shorten by about \(letters) letters, counted with the longest answers")))
    }

    private mutating func tellOption(_ words: Words, _ address: ScreenAddress) {
        findings.append(
            Finding(
                .error, "too-long-option", at: words.place(widest.language, .ussd), screen: address.screen,
                what: Bilingual(
                    fr: "cette option ne tient pas sur une page USSD en « \(widest.language.rawValue) »",
                    en: "this option does not fit on a USSD page in \"\(widest.language.rawValue)\""),
                mend: Bilingual(fr: "raccourcissez-la", en: "shorten it")))
    }

    private mutating func tellLine(_ field: Field, _ address: ScreenAddress) {
        findings.append(
            Finding(
                .error, "too-long-option", at: field.place, screen: address.screen,
                what: Bilingual(
                    fr: "la réponse la plus longue à « \(field.id) » ne tient pas sur une page USSD en « \(widest.language.rawValue) »",
                    en: "the longest answer to \"\(field.id)\" does not fit on a USSD page in \"\(widest.language.rawValue)\""),
                mend: Bilingual(fr: "limitez-la (expect: { text: { max: 40 } })", en: "limit it (expect: { text: { max: 40 } })")))
    }
}

extension Question {
    /// Whether the answer is written out, so that all of the question has to stay in sight.
    fileprivate var isTyped: Bool {
        switch expect {
        case .text, .number, .date, .phone, .reference: true
        case .choice: false
        }
    }
}
