import Dialogs

/// Reads what is written in one file, and keeps what is wrong with it.
///
/// Every reading function gives nil where it has told a finding, or where one was told before; so a caller that gets nil has nothing
/// left to say.
struct FileReader {
    let file: String
    /// What texts and targets of the file are named by: its name without the ending.
    let name: String
    let translations: Translations
    var findings: [Finding] = []
    var slots: [Slot] = []
    /// Questions whose `next` is a map, to be looked at when all lists are known.
    var branches: [Branching] = []
    /// Whether something is there by its name alone, since the rest of it can't be read: then nobody tells the name as missing.
    var hasGaps = false
    /// Set while a screen is read.
    var screen: String?
    /// What its author says to translators.
    var note: String?

    init(file: String, translations: Translations) {
        self.file = file
        name = String(file.split(separator: ".").first ?? "")
        self.translations = translations
    }

    mutating func error(_ kind: String, at place: Place, _ what: Bilingual, _ mend: Bilingual = .none) {
        findings.append(Finding(.error, kind, at: place, screen: screen, what: what, mend: mend))
    }

    mutating func warning(_ kind: String, at place: Place, _ what: Bilingual, _ mend: Bilingual = .none) {
        findings.append(Finding(.warning, kind, at: place, screen: screen, what: what, mend: mend))
    }

    /// The entries of a map by the names that may stand in it; others are told, with the nearest.
    mutating func entries<K: Key>(_ map: WrittenMap, _: K.Type) -> [K: WrittenMap.Entry] {
        var known: [K: WrittenMap.Entry] = [:]
        for entry in map.entries {
            if let key = K(rawValue: entry.key.string) {
                known[key] = entry
            } else if !entry.value.isNothing {
                unknown("unknown-key", entry.key, among: K.names)
            }
        }
        return known
    }

    /// Tells a word that is none of those that may stand there.
    mutating func unknown(_ kind: String, _ word: WrittenText, among names: [String]) {
        error(
            kind, at: word.place,
            Bilingual(fr: "« \(word.shown) » n'est pas connu ici", en: "\"\(word.shown)\" is not known here"),
            suggestion(for: word.string, among: names))
    }

    /// `did you mean "region"?`, or what may stand there.
    func suggestion(for word: String, among names: [String]) -> Bilingual {
        // A long word is no slip of a name, and comparing many would take long.
        if word.utf8.count <= 2 * ID.longest, findings.count < 500, let near = nearest(to: word, among: names) {
            return Bilingual(fr: "vouliez-vous dire « \(near) » ?", en: "did you mean \"\(near)\"?")
        }
        let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
        return Bilingual(fr: "ici peuvent venir : \(shown)", en: "what may stand here: \(shown)")
    }

    mutating func missing(_ key: String, at place: Place, of what: Bilingual) {
        error(
            "missing-key", at: place,
            Bilingual(fr: "il manque « \(key) » à \(what.french)", en: "\"\(key)\" is missing in \(what.english)"),
            Bilingual(fr: "ajoutez « \(key): … »", en: "add \"\(key): …\""))
    }

    /// The value of a key that has to be there.
    mutating func required<K: Key>(_ key: K, _ entries: [K: WrittenMap.Entry], at place: Place, of what: Bilingual) -> Written? {
        if let entry = entries[key] { return entry.value }
        missing(key.rawValue, at: place, of: what)
        return nil
    }

    mutating func text(_ written: Written) -> WrittenText? {
        switch written {
        case .text(let text): return text
        case .nothing: return nil
        case .map(let map): wrongForm(at: map.place, Bilingual(fr: "un seul mot ou texte", en: "a single word or text"))
        case .list(let list): wrongForm(at: list.place, Bilingual(fr: "un seul mot ou texte", en: "a single word or text"))
        }
        return nil
    }

    mutating func map(_ written: Written, _ example: String) -> WrittenMap? {
        switch written {
        case .map(let map):
            if map.entries.isEmpty { empty(at: map.place) }
            return map.entries.isEmpty ? nil : map
        case .nothing: return nil
        case .text, .list:
            wrongForm(
                at: written.place,
                Bilingual(fr: "des entrées « nom: valeur », comme \(example)", en: "entries \"name: value\", such as \(example)"))
            return nil
        }
    }

    mutating func list(_ written: Written, _ example: String) -> WrittenList? {
        switch written {
        case .list(let list):
            if list.items.isEmpty { empty(at: list.place) }
            return list.items.isEmpty ? nil : list
        case .nothing: return nil
        case .text, .map:
            wrongForm(at: written.place, Bilingual(fr: "une liste, comme \(example)", en: "a list, such as \(example)"))
            return nil
        }
    }

    mutating func wrongForm(at place: Place, _ expected: Bilingual) {
        error(
            "wrong-form", at: place,
            Bilingual(
                fr: "ce qui est écrit ici n'a pas la forme attendue", en: "what is written here does not have the form that is expected"),
            Bilingual(fr: "il faut \(expected.french)", en: "write \(expected.english)"))
    }

    mutating func empty(at place: Place) {
        error(
            "empty", at: place, Bilingual(fr: "rien n'est écrit entre ces parenthèses", en: "nothing is written between these brackets"),
            Bilingual(fr: "remplissez-les, ou retirez-les", en: "fill them, or remove them"))
    }
}
