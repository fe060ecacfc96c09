import Dialogs

extension FileReader {
    mutating func signUps(_ written: Written) -> [String: SignUp] {
        guard let map = map(written, "{ entrepreneuriat: { … } }") else { return [:] }
        var signUps: [String: SignUp] = [:]
        for entry in map.entries where !entry.value.isNothing {
            guard let signUpID = id(entry.key), let written = self.map(entry.value, "{ title: \"…\", fields: [name] }") else { continue }
            signUps[signUpID] = signUp(signUpID, written, at: entry.key.place)
        }
        return signUps
    }

    private mutating func signUp(_ id: String, _ map: WrittenMap, at place: Place) -> SignUp {
        let entries = entries(map, SignUpKey.self)
        let what = Bilingual(fr: "l'inscription « \(id) »", en: "the sign-up \"\(id)\"")
        let title = required(.title, entries, at: place, of: what).flatMap { words($0, slot: "sign-ups.\(id).title") }
        let fields = required(.fields, entries, at: place, of: what).flatMap { list($0, "[name, region]") }.map { self.fields($0) }
        let consent = required(.consent, entries, at: place, of: what).flatMap { self.consent($0) }
        let again = entries[.again].flatMap { word($0.value, SignUp.Again.self) } ?? .update
        let keep = entries[.keep].flatMap { duration($0.value) }
        if title == nil || fields == nil || consent == nil { hasGaps = true }
        return SignUp(
            place: place, title: title ?? byName(id, at: place), fields: fields ?? [], consentField: consent?.field.id,
            consentChoice: consent?.choice, consentWritten: consent?.field, again: again, keep: keep)
    }

    /// The ids of fields, each once.
    mutating func fields(_ list: WrittenList) -> [Field] {
        var seen: Set<String> = []
        return list.items.compactMap { item in
            guard let field = field(item) else { return nil }
            guard seen.insert(field.id).inserted else {
                findings.append(Finding(YamlFault.twice(field.id), at: field.place, screen: screen))
                return nil
            }
            return field
        }
    }

    private mutating func consent(_ written: Written) -> (field: Field, choice: String)? {
        guard let map = map(written, "{ consent: oui }") else { return nil }
        guard map.entries.count == 1, let entry = map.entries.first else {
            wrongForm(
                at: map.place,
                Bilingual(
                    fr: "une seule question et sa réponse, comme { consent: oui }",
                    en: "one question and its answer, such as { consent: oui }"))
            return nil
        }
        guard let field = id(entry.key), let choice = id(entry.value) else { return nil }
        return (Field(id: field, place: entry.key.place, idPlaces: [entry.value.place]), choice)
    }

    mutating func messages(_ written: Written) -> [String: Words] {
        guard let map = map(written, "{ confirmation: \"…\" }") else { return [:] }
        var messages: [String: Words] = [:]
        for entry in map.entries where !entry.value.isNothing {
            guard let messageID = id(entry.key) else { continue }
            messages[messageID] = words(entry.value, slot: "messages.\(messageID)") ?? byName(messageID, at: entry.key.place)
        }
        return messages
    }

    mutating func reminders(_ written: Written) -> [String: Reminder] {
        guard let map = map(written, "{ suivi: { … } }") else { return [:] }
        var reminders: [String: Reminder] = [:]
        for entry in map.entries where !entry.value.isNothing {
            guard let reminderID = id(entry.key), let written = self.map(entry.value, "{ for: …, after: [7 days], say: \"…\" }") else {
                continue
            }
            reminders[reminderID] = reminder(reminderID, written, at: entry.key.place)
        }
        return reminders
    }

    private mutating func reminder(_ reminderID: String, _ map: WrittenMap, at place: Place) -> Reminder? {
        let entries = entries(map, ReminderKey.self)
        let what = Bilingual(fr: "le rappel « \(reminderID) »", en: "the reminder \"\(reminderID)\"")
        let signUp = required(.signUp, entries, at: place, of: what).flatMap { id($0) }
        let after = required(.after, entries, at: place, of: what).flatMap { list($0, "[7 days, 30 days]") }
        let durations = after.map { list in list.items.compactMap { duration($0) } }
        let unless = entries[.unless].flatMap { word($0.value, UnlessWord.self) }
        let expires = entries[.expires].flatMap { duration($0.value) } ?? Reminder.defaultExpiry
        let say = required(.say, entries, at: place, of: what).flatMap { words($0, slot: "reminders.\(reminderID).say") }
        let opens = entries[.opens].flatMap { target($0.value) }
        guard let signUp else {
            hasGaps = true
            return nil
        }
        return Reminder(
            place: place, signUp: signUp, signUpPlace: entries[.signUp]?.value.place, after: durations ?? [],
            unlessClosed: unless == .closed, expires: expires, say: say ?? byName(reminderID, at: place), opens: opens)
    }

    /// Stands for words that can't be read.
    private mutating func byName(_ id: String, at place: Place) -> Words {
        hasGaps = true
        return Words(place: place, source: Variants(Template(id)))
    }
}

extension Finding {
    init(_ fault: YamlFault, at place: Place, screen: String?) {
        self = fault.finding(at: place)
        self.screen = screen
    }
}
