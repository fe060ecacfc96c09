import Dialogs

extension FileReader {
    mutating func question(_ entries: [ScreenKey: WrittenMap.Entry], at place: Place) -> Question? {
        let ask = entries[.ask].flatMap { words($0.value, slot: "ask") }
        let save = entries[.save].flatMap { field($0.value) }
        let label = entries[.label].flatMap { words($0.value, slot: "label") }
        let expect = expectation(entries)
        let optional = entries[.optional].flatMap { skipping($0.value) }
        let known = entries[.known].flatMap { word($0.value, Question.Known.self) } ?? .ask
        let hint = entries[.hint].flatMap { words($0.value, slot: "hint") }
        let isPrivate = entries[.isPrivate].flatMap { flag($0.value) } ?? false
        let next = entries[.next].flatMap { self.next($0, expect, isOptional: entries[.optional] != nil) }
        guard let ask, let save, let expect, let next else { return nil }
        return Question(
            ask: ask, save: save, label: label, expect: expect, referencePlace: referencePlace(entries), optional: optional, known: known,
            hint: hint, isPrivate: isPrivate, next: next)
    }

    private func referencePlace(_ entries: [ScreenKey: WrittenMap.Entry]) -> Place? {
        guard case .map(let map)? = entries[.expect]?.value else { return nil }
        return map[ExpectKey.reference.rawValue]?.place
    }

    /// The words of skipping; somebody used to other programs writes `true`.
    private mutating func skipping(_ written: Written) -> Words? {
        if case .text(let text) = written, text.isPlain, FlagWord(rawValue: text.string) != nil {
            error(
                "optional-flag", at: text.place,
                Bilingual(fr: "« \(text.shown) » serait montré comme option", en: "\"\(text.shown)\" would be shown as an option"),
                Bilingual(
                    fr: "écrivez les mots de l'option qui passe la question, comme \"Plus tard\" ; sans « optional », il faut répondre",
                    en: "write the words of the option that skips the question, such as \"Later\"; without \"optional\" it must be answered"
                ))
            return nil
        }
        return words(written, slot: "optional")
    }

    private mutating func expectation(_ entries: [ScreenKey: WrittenMap.Entry]) -> Expectation? {
        if let choices = entries[.choices] {
            if let expect = entries[.expect] {
                error(
                    "choices-and-expect", at: max(expect.key.place, choices.key.place),
                    Bilingual(fr: "« choices » et « expect » s'excluent", en: "\"choices\" and \"expect\" exclude each other"),
                    Bilingual(fr: "gardez l'un des deux", en: "keep one of the two"))
            }
            return self.choices(choices, entries).map(Expectation.choice)
        }
        for key in [ScreenKey.several, .find] {
            guard let entry = entries[key] else { continue }
            error(
                "misplaced-key", at: entry.key.place,
                Bilingual(
                    fr: "« \(key.rawValue) » n'a de sens qu'avec « choices »",
                    en: "\"\(key.rawValue)\" means something only with \"choices\""),
                Bilingual(fr: "ajoutez choices, ou retirez-le", en: "add choices, or remove it"))
        }
        guard let expect = entries[.expect] else { return .text(TextRule()) }
        return expectation(expect.value)
    }

    private mutating func choices(_ entry: WrittenMap.Entry, _ entries: [ScreenKey: WrittenMap.Entry]) -> Choices? {
        let several = entries[.several].flatMap { self.several($0.value) }
        let find = entries[.find].flatMap { flag($0.value) }
        switch entry.value {
        case .nothing: return nil
        case .text(let text):
            guard let list = listName(text) else { return nil }
            return Choices(source: .list(list), place: text.place, several: several, find: find)
        case .map, .list:
            guard let map = map(entry.value, "{ oui: Oui, non: Non }") else { return nil }
            let choices = map.entries.compactMap { choice($0) }
            return Choices(source: .inline(choices), place: entry.key.place, several: several, find: find)
        }
    }

    /// `regions` of this file, or `lists/regions`.
    private mutating func listName(_ text: WrittenText) -> String? {
        let parts = text.string.split(separator: "/", omittingEmptySubsequences: false)
        if parts.allSatisfy({ ID.isWellFormed($0) }), parts.count <= 2 { return parts.count == 2 ? text.string : "\(name)/\(text.string)" }
        error(
            "bad-list", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas le nom d'une liste", en: "\"\(text.shown)\" is no name of a list"),
            Bilingual(
                fr: "écrivez les choix { oui: Oui, non: Non }, ou une liste comme lists/regions",
                en: "write the choices { oui: Oui, non: Non }, or a list such as lists/regions"))
        return nil
    }

    private mutating func choice(_ entry: WrittenMap.Entry) -> Choice? {
        guard !entry.value.isNothing, let choiceID = id(entry.key) else { return nil }
        guard case .map(let map) = entry.value, !map.entries.contains(where: { VariantKey(rawValue: $0.key.string) != nil }) else {
            return words(entry.value, slot: "choices.\(choiceID)").map {
                Choice(id: choiceID, place: entry.key.place, words: $0, when: nil)
            }
        }
        let entries = entries(map, ChoiceKey.self)
        let what = Bilingual(fr: "le choix « \(choiceID) »", en: "the choice \"\(choiceID)\"")
        let words = required(.words, entries, at: entry.key.place, of: what).flatMap { self.words($0, slot: "choices.\(choiceID)") }
        let when = entries[.when].flatMap { condition($0.value) }
        return words.map { Choice(id: choiceID, place: entry.key.place, words: $0, when: when) }
    }

    private mutating func several(_ written: Written) -> Choices.Several? {
        guard let map = limits(written) else { return nil }
        let entries = entries(map, SeveralKey.self)
        let min = entries[.min].flatMap { integer($0.value, 1...1000) }
        let max = entries[.max].flatMap { integer($0.value, 1...1000) }
        if let min, let max, min > max { reversed(at: map.place) }
        return Choices.Several(min: min ?? 1, max: max)
    }
}
