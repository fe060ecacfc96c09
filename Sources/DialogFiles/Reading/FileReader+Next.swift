import Dialogs

/// Where a question with choices leads by its answer, with what its totality depends on.
struct Branching {
    var screen: String?
    /// Where `next` stands.
    var place: Place
    var source: Choices.Source
    /// The choices' ids that are named, with their places.
    var named: [Field]
    var hasElse: Bool
    /// nil where the question can't be skipped.
    var namesSkipped: Bool?
}

extension FileReader {
    mutating func next(_ entry: WrittenMap.Entry, _ expect: Expectation?, isOptional: Bool) -> Next? {
        guard case .map(let map) = entry.value else { return target(entry.value).map(Next.always) }
        guard let map = self.map(.map(map), "{ oui: nom, else: fin }") else { return nil }
        var byChoice: [String: Target] = [:]
        var others: [NextKey: Target] = [:]
        var named: [Field] = []
        for next in map.entries where !next.value.isNothing {
            guard let target = target(next.value) else { continue }
            if let key = NextKey(rawValue: next.key.string) {
                others[key] = target
            } else if let choice = id(next.key) {
                byChoice[choice] = target
                named.append(Field(id: choice, place: next.key.place))
            }
        }
        switch expect {
        case nil: break
        case .choice(let choices) where choices.several == nil:
            let branching = Branching(
                screen: screen, place: entry.key.place, source: choices.source, named: named,
                hasElse: map[NextKey.otherwise.rawValue] != nil, namesSkipped: isOptional ? map[NextKey.skipped.rawValue] != nil : nil)
            branches.append(branching)
            if !isOptional, let skipped = map.entries.first(where: { $0.key.string == NextKey.skipped.rawValue }) {
                warning(
                    "skipped-unused", at: skipped.key.place,
                    Bilingual(fr: "cette question ne peut pas être passée", en: "this question can't be skipped"),
                    Bilingual(fr: "retirez « skipped », ou ajoutez « optional »", en: "remove \"skipped\", or add \"optional\""))
            }
        case .choice, .text, .number, .date, .phone, .reference:
            error(
                "next-map", at: map.place,
                Bilingual(
                    fr: "« next » ne peut dépendre de la réponse que pour une question à un seul choix",
                    en: "\"next\" can depend on the answer only where one of several choices is asked"),
                Bilingual(
                    fr: "écrivez une seule destination ; aiguillez ensuite avec « route »",
                    en: "write one place to go to; tell the cases apart with a \"route\""))
        }
        return .byChoice(byChoice, skipped: others[.skipped], otherwise: others[.otherwise])
    }

    /// Every answer has to lead somewhere, and no other word may be taken for one.
    mutating func check(_ branching: Branching, with lists: [String: ChoiceList]) {
        screen = branching.screen
        defer { screen = nil }
        let choices: [String]
        switch branching.source {
        case .inline(let inline): choices = inline.map(\.id)
        case .list(let name):
            guard let list = lists[name] else { return }
            choices = list.choices.map(\.id)
        }
        let known = Set(choices)
        for field in branching.named where !known.contains(field.id) {
            unknown(
                "unknown-choice", WrittenText(string: field.id, place: field.place, isPlain: true, isInBraces: true),
                among: choices + NextKey.names)
        }
        guard !branching.hasElse else { return }
        let named = Set(branching.named.map(\.id))
        var open = choices.filter { !named.contains($0) }
        if branching.namesSkipped == false { open.append(NextKey.skipped.rawValue) }
        guard !open.isEmpty else { return }
        let shown = open.prefix(8).joined(separator: ", ")
        error(
            "next-not-total", at: branching.place,
            Bilingual(fr: "« next » ne dit pas où mène : \(shown)", en: "\"next\" does not say where this leads: \(shown)"),
            Bilingual(fr: "ajoutez-les, ou « else » pour tous les autres", en: "add them, or \"else\" for all others"))
    }
}
