import Dialogs

extension FileReader {
    /// Options in the short form, target → words, or the long one, id → what it says, does and where it leads.
    mutating func options(_ map: WrittenMap) -> [Option] {
        map.entries.compactMap { entry in
            switch entry.value {
            case .nothing: return nil
            case .map(let long) where !long.entries.contains(where: { VariantKey(rawValue: $0.key.string) != nil }):
                return longOption(entry.key, long)
            case .map, .text, .list:
                guard let target = target(entry.key), let words = words(entry.value, slot: "menu.\(entry.key.string)") else { return nil }
                return Option(id: entry.key.string, place: entry.key.place, words: words, next: target, when: nil, actions: [])
            }
        }
    }

    private mutating func longOption(_ key: WrittenText, _ map: WrittenMap) -> Option? {
        guard let optionID = id(key) else { return nil }
        let entries = entries(map, OptionKey.self)
        let what = Bilingual(fr: "l'option « \(optionID) »", en: "the option \"\(optionID)\"")
        let words = required(.words, entries, at: key.place, of: what).flatMap { self.words($0, slot: "menu.\(optionID)") }
        let next = required(.next, entries, at: key.place, of: what).flatMap { target($0) }
        let when = entries[.when].flatMap { condition($0.value) }
        let actions = entries[.actions].map { self.actions($0.value) } ?? []
        guard let words, let next else { return nil }
        return Option(id: optionID, place: key.place, words: words, next: next, when: when, actions: actions)
    }
}
