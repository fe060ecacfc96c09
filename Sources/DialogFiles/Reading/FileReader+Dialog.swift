import Dialogs

extension FileReader {
    /// What a file of its own gives to the folder.
    struct File {
        var dialog: Dialog?
        /// By the names that other parts of the script know them by.
        var lists: [String: ChoiceList] = [:]
        /// Screens that are written and can't be read.
        var unread: Set<String> = []
    }

    mutating func dialog(_ root: WrittenMap) -> File {
        let place = Place(file: file, line: 1, column: 1)
        let entries = entries(root, FileKey.self)
        let whole = Bilingual(fr: "ce fichier", en: "this file")
        var file = File()
        let title = entries[.title].flatMap { words($0.value, slot: "title") } ?? Words(place: place, source: Variants(Template(name)))
        let start = required(.start, entries, at: place, of: whole)
        let startID = start.flatMap { id($0) }
        let keywords = entries[.keywords].flatMap { self.keywords($0.value) }
        let keywordAnswer = entries[.keywordAnswer].flatMap { target($0.value) }
        let resume = entries[.resume].flatMap { word($0.value, Resume.self) } ?? .offer
        let continueBySMS = entries[.continueBySMS].flatMap { followUp($0.value, .continueBySMS) }
        let nudge = entries[.nudge].flatMap { followUp($0.value, .nudge) }
        let written = required(.screens, entries, at: place, of: whole).flatMap { map($0, "{ accord: { … } }") }
        let screens = written.map { self.screens($0) } ?? []
        if let lists = entries[.lists].flatMap({ map($0.value, "{ secteurs: { … } }") }) {
            file.lists = self.lists(lists, prefix: name, slot: "lists")
        }
        let signUps = entries[.signUps].map { self.signUps($0.value) } ?? [:]
        let messages = entries[.messages].map { self.messages($0.value) } ?? [:]
        let reminders = entries[.reminders].map { self.reminders($0.value) } ?? [:]
        file.unread = Set(written?.entries.map(\.key.string) ?? []).subtracting(screens.map(\.id))
        guard let start, let startID, let written else { return file }
        if written[startID] == nil {
            error(
                "unknown-start", at: start.place,
                Bilingual(fr: "l'écran « \(startID) » n'existe pas dans ce fichier", en: "there is no screen \"\(startID)\" in this file"),
                suggestion(for: startID, among: written.entries.map(\.key.string)))
        }
        file.dialog = Dialog(
            title: title, place: place, start: startID, startPlace: start.place, keywords: keywords ?? [:],
            keywordsPlace: entries[.keywords]?.value.place, keywordPlaces: keywordPlaces(entries), keywordAnswer: keywordAnswer,
            resume: resume, continueBySMS: continueBySMS,
            nudge: nudge, screens: Dictionary(screens.map { ($0.id, $0) }) { first, _ in first }, order: screens.map(\.id),
            signUps: signUps,
            messages: messages, reminders: reminders)
        return file
    }

    /// Words that open the dialog by SMS; a translation is the whole list, joined by commas.
    private mutating func keywords(_ written: Written) -> [Language: [String]]? {
        guard let list = list(written, "[inscription, join]") else { return nil }
        let texts = list.items.compactMap { text($0) }
        for text in texts where text.string.allSatisfy(\.isWhitespace) || text.string.contains(",") {
            error(
                "bad-keyword", at: text.place,
                Bilingual(fr: "« \(text.shown) » ne peut pas être un mot-clé", en: "\"\(text.shown)\" can't be a keyword"),
                Bilingual(fr: "écrivez un mot, sans virgule", en: "write a word, without a comma"))
        }
        let source = Template(texts.map(\.string).joined(separator: ", "))
        guard !source.raw.isEmpty else { return nil }
        let context = "\(name) keywords"
        slots.append(Slot(context: context, text: source.raw, note: nil, place: list.place))
        var keywords: [Language: [String]] = [translations.source: texts.map(\.string)]
        for (language, words) in translations.translated(source, of: context, at: list.place, screen: nil, telling: &findings) {
            keywords[language] = words.raw.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
        }
        return keywords
    }

    private func keywordPlaces(_ entries: [FileKey: WrittenMap.Entry]) -> [Place] {
        guard case .list(let list)? = entries[.keywords]?.value else { return [] }
        return list.items.map(\.place)
    }

    private mutating func followUp(_ written: Written, _ key: FileKey) -> FollowUp? {
        guard let map = map(written, "{ after: 5 min, say: \"…\" }") else { return nil }
        let entries = entries(map, FollowUpKey.self)
        let what = Bilingual(fr: "« \(key.rawValue) »", en: "\"\(key.rawValue)\"")
        let after = required(.after, entries, at: map.place, of: what).flatMap { duration($0) }
        let say = required(.say, entries, at: map.place, of: what).flatMap { words($0, slot: key.rawValue) }
        guard let after, let say else { return nil }
        return FollowUp(after: after, say: say)
    }

    mutating func lists(_ map: WrittenMap, prefix: String, slot: String) -> [String: ChoiceList] {
        var lists: [String: ChoiceList] = [:]
        for entry in map.entries where !entry.value.isNothing {
            guard let listID = id(entry.key), let choices = self.map(entry.value, "{ oui: Oui, non: Non }") else { continue }
            lists["\(prefix)/\(listID)"] = ChoiceList(
                place: entry.key.place, choices: listed(choices, slot: "\(slot).\(listID)"))
        }
        return lists
    }

    private mutating func listed(_ map: WrittenMap, slot: String) -> [Choice] {
        map.entries.compactMap { entry in
            guard !entry.value.isNothing, let choiceID = id(entry.key), let words = words(entry.value, slot: "\(slot).\(choiceID)") else {
                return nil
            }
            return Choice(id: choiceID, place: entry.key.place, words: words, when: nil)
        }
    }
}

extension StringProtocol {
    var trimmed: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
