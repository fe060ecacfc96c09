import Dialogs

extension FileReader {
    mutating func actions(_ written: Written) -> [Action] {
        guard let list = list(written, "[forget, send: confirmation]") else { return [] }
        return list.items.compactMap { item in
            switch item {
            case .nothing: return nil
            case .text(let text): return bare(text)
            case .map(let map): return action(map)
            case .list(let list):
                wrongForm(
                    at: list.place,
                    Bilingual(fr: "une action, comme forget ou send: confirmation", en: "an action, such as forget or send: confirmation"))
                return nil
            }
        }
    }

    private mutating func bare(_ text: WrittenText) -> Action? {
        if let word = ActionWord(rawValue: text.string) {
            let kind: Action.Kind =
                switch word {
                case .forget: .forget
                case .newContact: .newContact
                case .optOut: .optOut
                case .optIn: .optIn
                case .erase: .erase
                }
            return Action(place: text.place, kind: kind)
        }
        if ActionKey(rawValue: text.string) != nil {
            error(
                "action-form", at: text.place,
                Bilingual(fr: "« \(text.shown) » ne dit pas de quoi", en: "\"\(text.shown)\" does not say of what"),
                Bilingual(fr: "écrivez « \(text.string): … »", en: "write \"\(text.string): …\""))
        } else {
            unknown("unknown-action", text, among: ActionWord.names + ActionKey.names)
        }
        return nil
    }

    private mutating func action(_ map: WrittenMap) -> Action? {
        guard map.entries.count == 1, let entry = map.entries.first else {
            wrongForm(
                at: map.place, Bilingual(fr: "une action par entrée de la liste", en: "one action an entry of the list"))
            return nil
        }
        guard let key = ActionKey(rawValue: entry.key.string) else {
            if entry.value.isNothing { return nil }
            if ActionWord(rawValue: entry.key.string) != nil {
                error(
                    "action-form", at: entry.key.place,
                    Bilingual(fr: "« \(entry.key.shown) » vient seul", en: "\"\(entry.key.shown)\" comes alone"),
                    Bilingual(fr: "retirez ce qui le suit", en: "remove what follows it"))
            } else {
                unknown("unknown-action", entry.key, among: ActionWord.names + ActionKey.names)
            }
            return nil
        }
        let place = entry.key.place
        if key == .set {
            return set(entry.value).map { fields in
                let values = Dictionary(fields.map { ($0.field.id, $0.choice) }) { first, _ in first }
                return Action(place: place, kind: .set(values), setFields: fields.map(\.field))
            }
        }
        guard let value = id(entry.value) else { return nil }
        let kind: Action.Kind =
            switch key {
            case .signUp: .signUp(value)
            case .load: .load(value)
            case .close: .close(value)
            case .send: .send(value)
            case .remind: .remind(value)
            case .cancel: .cancel(value)
            case .callback: .callback(field: value)
            case .language: .language(field: value)
            case .set: .set([:])
            }
        return Action(place: place, kind: kind, idPlace: entry.value.place)
    }

    private mutating func set(_ written: Written) -> [(field: Field, choice: String)]? {
        guard let map = map(written, "{ spoken: fulfulde }") else { return nil }
        let values = map.entries.compactMap { entry -> (field: Field, choice: String)? in
            guard let field = id(entry.key), let choice = id(entry.value) else { return nil }
            return (Field(id: field, place: entry.key.place, idPlaces: [entry.value.place]), choice)
        }
        return values.count == map.entries.count ? values : nil
    }
}
