import Texting

/// Words that a person sends mean one thing: keywords, the options of one screen, and the program's command words do not collide.
@Sendable func repeatedWords(_ folder: Inspection) -> [Finding] {
    let commands = folder.script.commandWords
    return collidingKeywords(folder, commands) + collidingOptions(folder, commands)
}

/// A keyword as it is compared, with the dialog that it opens.
private struct Keyword {
    var word: String
    var written: String
    var language: Language
    var dialog: String
    var place: Place
}

extension Script {
    /// Every command word, as a message is compared with it, with the list that it is in.
    fileprivate var commandWords: [String: ProgramWords.Command] {
        words.commands.reduce(into: [:]) { all, list in
            for word in list.value.values.joined() { all[bare(word)] = list.key }
        }
    }

    fileprivate var allKeywords: [Keyword] {
        dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog in
            languages.flatMap { language in
                (dialog.keywords[language] ?? []).enumerated().map { number, written in
                    let places = language == source ? dialog.keywordPlaces : []
                    let place = places.indices.contains(number) ? places[number] : dialog.keywordsPlace ?? dialog.place
                    return Keyword(word: bare(written), written: written, language: language, dialog: name, place: place)
                }
            }
        }
    }
}

private func collidingKeywords(_ folder: Inspection, _ commands: [String: ProgramWords.Command]) -> [Finding] {
    var first: [String: Keyword] = [:]
    return folder.script.allKeywords.compactMap { keyword in
        if commands[keyword.word] != nil { return keywordIsCommand(keyword) }
        guard let other = first[keyword.word] else {
            first[keyword.word] = keyword
            return nil
        }
        // A word that is the same in two languages, and opens the same, collides with nothing.
        if other.dialog == keyword.dialog, other.language != keyword.language { return nil }
        return Finding(
            .error, "repeated-keyword", at: keyword.place,
            what: Bilingual(
                fr: "le mot-clé « \(keyword.written) » ouvre déjà \(other.dialog)",
                en: "the keyword \"\(keyword.written)\" opens \(other.dialog) already"),
            mend: Bilingual(fr: "choisissez un autre mot", en: "choose another word"))
    }
}

private func keywordIsCommand(_ keyword: Keyword) -> Finding {
    Finding(
        .error, "keyword-is-command", at: keyword.place,
        what: Bilingual(
            fr: "« \(keyword.written) » est un mot du programme lui-même (words.yaml) et n'ouvrirait jamais ce dialogue",
            en: "\"\(keyword.written)\" is a word of the program itself (words.yaml) and would never open this dialog"),
        mend: Bilingual(fr: "choisissez un autre mot", en: "choose another word"))
}

private func collidingOptions(_ folder: Inspection, _ commands: [String: ProgramWords.Command]) -> [Finding] {
    let keywords = Dictionary(folder.script.allKeywords.map { ($0.word, $0.dialog) }) { first, _ in first }
    return folder.script.allScreens.flatMap { address, screen -> [Finding] in
        let offered = folder.script.offered(by: screen) + folder.script.skipping(of: screen)
        guard !offered.isEmpty else { return [] }
        var found: [Finding] = []
        for language in folder.script.languages {
            for kind in ChannelKind.allCases {
                let words = offered.map { folded($0.words.template(language, kind).filled { _ in nil }) }
                found += twice(offered, words, folder, address) { $0.words.place(language, kind) }
                // By USSD nobody types words.
                guard kind == .sms else { continue }
                for (option, word) in zip(offered, words.map(bare)) {
                    if let command = commands[word], command != .menu || !folder.leadsHome(option.id, of: screen, at: address) {
                        found.append(optionIsCommand(option, language, kind, address))
                    }
                    if let dialog = keywords[word], !folder.leads(option.id, of: screen, at: address, to: dialog) {
                        found.append(optionIsKeyword(option, language, kind, opening: dialog, address))
                    }
                }
            }
        }
        return found
    }
}

private func twice(
    _ offered: [Offered], _ words: [String], _ folder: Inspection, _ address: ScreenAddress, place: (Offered) -> Place
) -> [Finding] {
    var found: [Finding] = []
    for later in offered.indices {
        for earlier in offered.indices.prefix(later) where words[later] == words[earlier] {
            guard folder.areShownTogether(offered[earlier], offered[later], on: address) else { continue }
            found.append(
                Finding(
                    .error, "repeated-option", at: place(offered[later]), screen: address.screen,
                    what: Bilingual(
                        fr: "cette option a les mêmes mots que « \(offered[earlier].id) »",
                        en: "this option has the same words as \"\(offered[earlier].id)\""),
                    mend: Bilingual(fr: "écrivez d'autres mots", en: "write other words")))
        }
    }
    return found
}

private func optionIsCommand(_ option: Offered, _ language: Language, _ kind: ChannelKind, _ address: ScreenAddress) -> Finding {
    let words = option.words.template(language, kind).raw
    return Finding(
        .error, "option-is-command", at: option.words.place(language, kind), screen: address.screen,
        what: Bilingual(
            fr: "« \(words) » est un mot du programme lui-même (words.yaml) : par SMS il serait pris pour l'un ou pour l'autre",
            en: "\"\(words)\" is a word of the program itself (words.yaml): by SMS it would be taken for one or the other"),
        mend: Bilingual(fr: "écrivez l'option avec d'autres mots", en: "write the option in other words"))
}

private func optionIsKeyword(
    _ option: Offered, _ language: Language, _ kind: ChannelKind, opening dialog: String, _ address: ScreenAddress
) -> Finding {
    let words = option.words.template(language, kind).raw
    return Finding(
        .error, "option-is-keyword", at: option.words.place(language, kind), screen: address.screen,
        what: Bilingual(
            fr: "« \(words) » est aussi le mot-clé qui ouvre \(dialog)", en: "\"\(words)\" is the keyword that opens \(dialog), too"),
        mend: Bilingual(fr: "écrivez l'option avec d'autres mots", en: "write the option in other words"))
}

extension Script {
    /// The words of skipping, where they are an option like the others.
    fileprivate func skipping(of screen: Screen) -> [Offered] {
        guard let question = screen.question, case .choice = question.expect, let optional = question.optional else { return [] }
        return [Offered(id: "skipped", place: optional.place, words: optional, when: nil)]
    }
}

extension Inspection {
    fileprivate func areShownTogether(_ one: Offered, _ other: Offered, on address: ScreenAddress) -> Bool {
        guard one.when != nil || other.when != nil else { return true }
        return nodes(of: address).contains { node in
            proof.stores[node].all.contains { store in
                !domain.refined(domain.refined([store], by: one.when, holds: true), by: other.when, holds: true).isEmpty
            }
        }
    }

    /// Whether an option leads where the words for the menu lead, too.
    fileprivate func leadsHome(_ option: String, of screen: Screen, at address: ScreenAddress) -> Bool {
        guard case .menu(_, let options) = screen.kind, let next = options.first(where: { $0.id == option })?.next,
            let start = script.dialogs[script.start]?.start
        else { return false }
        return script.nearestAddress(of: next, in: address.dialog) == ScreenAddress(dialog: script.start, screen: start)
    }

    /// Whether an option opens the same dialog as a keyword does: then it is all one which of them was meant.
    fileprivate func leads(_ option: String, of screen: Screen, at address: ScreenAddress, to dialog: String) -> Bool {
        guard case .menu(_, let options) = screen.kind, let next = options.first(where: { $0.id == option })?.next else { return false }
        return script.nearestAddress(of: next, in: address.dialog)?.dialog == dialog
    }
}
