import Dialogs

extension FileReader {
    /// All entries of a `when` must hold.
    mutating func condition(_ written: Written) -> Condition? {
        guard let map = map(written, "{ region: est }") else { return nil }
        let parts = map.entries.compactMap { condition($0) }
        guard parts.count == map.entries.count else { return nil }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func condition(_ entry: WrittenMap.Entry) -> Condition? {
        if entry.value.isNothing { return nil }
        guard let key = ConditionKey(rawValue: entry.key.string) else { return answer(entry) }
        switch key {
        case .any:
            guard let list = list(entry.value, "[{ region: est }, { region: nord }]") else { return nil }
            let parts = list.items.compactMap { condition($0) }
            return parts.count == list.items.count ? .any(parts) : nil
        case .not: return condition(entry.value).map(Condition.not)
        case .channel:
            let kinds = items(entry.value).compactMap { word($0, ChannelKind.self) }
            return kinds.isEmpty ? nil : kinds.count == 1 ? .channel(kinds[0]) : .any(kinds.map(Condition.channel))
        case .language:
            let codes = items(entry.value).compactMap { id($0) }
            return codes.isEmpty ? nil : .language(codes.map(Language.init(_:)))
        case .network:
            let networks = items(entry.value).compactMap { text($0)?.string }
            return networks.isEmpty ? nil : .network(networks)
        case .signedUp: return id(entry.value).map { .signedUp($0, entry.value.place) }
        case .optedOut: return flag(entry.value).map(Condition.optedOut)
        }
    }

    /// One or several: a list stands for any of its items.
    private func items(_ written: Written) -> [Written] {
        if case .list(let list) = written { list.items } else { [written] }
    }

    private mutating func answer(_ entry: WrittenMap.Entry) -> Condition? {
        guard let fieldID = id(entry.key) else { return nil }
        var field = Field(id: fieldID, place: entry.key.place)
        switch entry.value {
        case .nothing: return nil
        case .text(let text):
            field.idPlaces = [text.place]
            return choice(text).map { .answer(field, .oneOf([$0])) }
        case .list:
            guard let list = list(entry.value, "[est, nord]") else { return nil }
            let choices = list.items.compactMap { id($0) }
            field.idPlaces = list.items.map(\.place)
            return choices.count == list.items.count ? .answer(field, .oneOf(choices)) : nil
        case .map:
            guard let map = map(entry.value, "{ at-least: 18 }") else { return nil }
            let tests = tests(map)
            guard tests.count == map.entries.count else { return nil }
            return tests.count == 1 ? .answer(field, tests[0]) : .all(tests.map { .answer(field, $0) })
        }
    }

    private mutating func choice(_ text: WrittenText) -> String? {
        guard text.isPlain, Int(text.string) != nil else { return id(text) }
        error(
            "bad-id", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas un choix", en: "\"\(text.shown)\" is no choice"),
            Bilingual(
                fr: "pour un nombre, écrivez { at-least: \(text.string), at-most: \(text.string) }",
                en: "for a number, write { at-least: \(text.string), at-most: \(text.string) }"))
        return nil
    }

    private mutating func tests(_ map: WrittenMap) -> [Condition.Test] {
        let entries = entries(map, TestKey.self)
        return TestKey.allCases.compactMap { key -> Condition.Test? in
            guard let value = entries[key]?.value else { return nil }
            switch key {
            case .atLeast: return decimal(value).map(Condition.Test.atLeast)
            case .atMost: return decimal(value).map(Condition.Test.atMost)
            case .before: return dateBound(value).map(Condition.Test.before)
            case .after: return dateBound(value).map(Condition.Test.after)
            case .given: return flag(value).map(Condition.Test.given)
            }
        }
    }
}
