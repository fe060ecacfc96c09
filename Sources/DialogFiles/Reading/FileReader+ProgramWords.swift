import Dialogs

extension FileReader {
    /// `words.yaml`: what the program itself says, and the words that it takes for a command.
    mutating func programWords(_ root: WrittenMap, languages: [Language]) -> ProgramWords {
        var words = ProgramWords(texts: [:], commands: [:], status: [:])
        let start = Place(file: file, line: 1, column: 1)
        for entry in root.entries where !entry.value.isNothing {
            if let id = ProgramWords.ID(rawValue: entry.key.string) {
                words.texts[id] = self.words(entry.value, slot: id.rawValue)
            } else if let command = ProgramWords.Command(rawValue: entry.key.string) {
                words.commands[command] = commands(entry, languages)
            } else if entry.key.string == Self.statusKey {
                words.status = statuses(entry)
            } else {
                unknown("unknown-key", entry.key, among: Self.programWordNames)
            }
        }
        for name in Self.programWordNames where root[name] == nil {
            missing(name, at: start, of: Bilingual(fr: "ce fichier", en: "this file"))
        }
        return words
    }

    static let statusKey = "status"

    static var programWordNames: [String] {
        ProgramWords.ID.allCases.map(\.rawValue) + ProgramWords.Command.allCases.map(\.rawValue) + [statusKey]
    }

    /// Lists by language; languages that the program does not speak are passed over.
    private mutating func commands(_ entry: WrittenMap.Entry, _ languages: [Language]) -> [Language: [String]]? {
        guard let map = map(entry.value, "{ fr: [STOP], en: [STOP] }") else { return nil }
        var commands: [Language: [String]] = [:]
        for language in map.entries where languages.contains(Language(language.key.string)) {
            guard let list = list(language.value, "[STOP, ARRET]") else { continue }
            let texts = list.items.compactMap { text($0) }
            for text in texts where text.string.allSatisfy(\.isWhitespace) {
                error(
                    "blank-words", at: text.place, Bilingual(fr: "ce mot est vide", en: "this word is blank"),
                    Bilingual(fr: "écrivez un mot, ou retirez-le", en: "write a word, or remove it"))
            }
            commands[Language(language.key.string)] = texts.map(\.string)
        }
        for language in languages where map[language.rawValue] == nil {
            missing(language.rawValue, at: entry.key.place, of: Bilingual(fr: "« \(entry.key.shown) »", en: "\"\(entry.key.shown)\""))
        }
        return commands
    }

    private mutating func statuses(_ entry: WrittenMap.Entry) -> [String: Words] {
        guard let map = map(entry.value, "{ open: …, closed: … }") else { return [:] }
        let ids = KnownSignUp.Status.allCases.map(\.rawValue)
        var statuses: [String: Words] = [:]
        for status in map.entries where !status.value.isNothing {
            guard ids.contains(status.key.string) else {
                unknown("unknown-key", status.key, among: ids)
                continue
            }
            statuses[status.key.string] = words(status.value, slot: "\(Self.statusKey).\(status.key.string)")
        }
        for id in ids where map[id] == nil {
            missing(id, at: entry.key.place, of: Bilingual(fr: "« \(Self.statusKey) »", en: "\"\(Self.statusKey)\""))
        }
        return statuses
    }
}
