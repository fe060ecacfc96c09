import Texting

/// What an audience may ask of the answers that sign-ups keep.
struct AudienceFields {
    enum Kind {
        /// A choice, or several of them: the ids, and by each its words in every language, folded.
        case choices([String: Set<String>])
        case number
        /// Nothing but whether it was given: its words are sealed.
        case sealed(Bilingual)
    }

    private let facts: [String: FieldFacts]
    private let script: Script
    /// The fields that some sign-up keeps.
    let kept: Set<String>

    init(of script: Script) {
        self.script = script
        facts = script.fieldFacts()
        kept = Set(script.dialogs.values.flatMap { $0.signUps.values.flatMap { $0.fields.map(\.id) } })
    }

    func isAsked(_ field: String) -> Bool { facts[field] != nil }

    func kind(of field: String) -> Kind {
        guard let facts = facts[field] else { return .choices([:]) }
        if facts.isPrivate {
            return .sealed(Bilingual(fr: "la réponse à « \(field) » est privée", en: "the answer to \"\(field)\" is private"))
        }
        switch facts.kind {
        case .number: return .number
        case .choice, .several, nil: return .choices(words(of: facts))
        case .text, .date, .phone, .reference:
            return .sealed(
                Bilingual(fr: "la réponse à « \(field) » s'écrit librement", en: "the answer to \"\(field)\" is written freely"))
        }
    }

    private func words(of facts: FieldFacts) -> [String: Set<String>] {
        var words: [String: Set<String>] = Dictionary(uniqueKeysWithValues: facts.allIDs.map { ($0, []) })
        for (_, question) in facts.questions {
            guard case .choice(let choices) = question.expect else { continue }
            for choice in script.choices(of: choices.source) {
                words[choice.id, default: []].formUnion(choice.words.allTemplates.map { folded($0.raw) })
            }
        }
        return words
    }
}
