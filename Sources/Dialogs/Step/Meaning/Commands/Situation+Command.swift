/// A word of the program's own, alone in a message.
struct CommandMeant: Equatable {
    var id: ProgramWords.Command
    /// The language to answer in.
    var language: Language
}

extension Situation {
    private static let order: [ProgramWords.Command] = [.stop, .help, .menu, .start, .verify]

    /// Never inside a sentence.
    func command(_ written: TypedText) -> CommandMeant? {
        let word = bare(written.text)
        guard !word.isEmpty else { return nil }
        for id in Self.order {
            let lists = script.words.commands[id] ?? [:]
            let languages = script.languages.filter { lists[$0]?.contains { bare($0) == word } ?? false }
            if !languages.isEmpty { return CommandMeant(id: id, language: spoken(by: languages)) }
        }
        return nil
    }

    /// The person's language; who never chose one, and writes a word that is not the source's, has chosen by that.
    func spoken(by languages: [Language]) -> Language {
        guard contact.language == nil, !languages.contains(script.source), let first = languages.first else { return language }
        return first
    }
}
