import Dialogs

extension FileReader {
    /// A kind of answer by its name alone, or with its limits.
    mutating func expectation(_ written: Written) -> Expectation? {
        if case .text(let text) = written {
            guard let key = word(written, ExpectKey.self) else { return nil }
            switch key {
            case .text: return .text(TextRule())
            case .number: return .number(NumberRule())
            case .date: return .date(DateRule())
            case .phone: return .phone
            case .reference:
                error(
                    "wrong-form", at: text.place,
                    Bilingual(fr: "il n'est pas dit de quelle inscription", en: "it is not said of which sign-up"),
                    Bilingual(fr: "écrivez { reference: INSCRIPTION }", en: "write { reference: SIGN-UP }"))
                return nil
            }
        }
        guard let map = map(written, "{ number: { min: 0, max: 500 } }") else { return nil }
        let entries = entries(map, ExpectKey.self)
        guard map.entries.count == 1 else {
            wrongForm(
                at: map.place,
                Bilingual(
                    fr: "un seul genre de réponse, comme { number: { min: 0 } }", en: "one kind of answer, such as { number: { min: 0 } }"))
            return nil
        }
        guard let (key, entry) = entries.first else { return nil }
        switch key {
        case .reference: return id(entry.value).map(Expectation.reference(signUp:))
        case .text: return limits(entry.value).map { .text(textRule($0)) }
        case .number: return limits(entry.value).map { .number(numberRule($0)) }
        case .date: return limits(entry.value).map { .date(dateRule($0)) }
        case .phone:
            guard let limits = limits(entry.value) else { return nil }
            for entry in limits.entries { unknown("unknown-key", entry.key, among: []) }
            return .phone
        }
    }

    /// `{}` is as good as no limits.
    mutating func limits(_ written: Written) -> WrittenMap? {
        if case .map(let map) = written { return map }
        return map(written, "{ min: 1 }")
    }

    private mutating func textRule(_ map: WrittenMap) -> TextRule {
        let entries = entries(map, TextKey.self)
        var rule = TextRule()
        if let min = entries[.min].flatMap({ integer($0.value, 1...1000) }) { rule.min = min }
        if let max = entries[.max].flatMap({ integer($0.value, 1...1000) }) { rule.max = max }
        rule.like = entries[.like].flatMap { like($0.value) }
        if rule.min > rule.max { reversed(at: map.place) }
        if let like = rule.like, rule.min <= rule.max, !(rule.min...rule.max).contains(like.count) {
            error(
                "like-length", at: map.place,
                Bilingual(
                    fr: "« like » a \(like.count) signes, que min et max excluent",
                    en: "\"like\" has \(like.count) signs, which min and max exclude"),
                Bilingual(fr: "retirez min et max", en: "remove min and max"))
        }
        return rule
    }

    /// `AA999`: a letter for `A`, a digit for `9`, anything else itself.
    private mutating func like(_ written: Written) -> String? {
        guard let text = text(written) else { return nil }
        let isPattern = text.string.contains { "[](){}*?^$|\\".contains($0) } || text.string.dropFirst().contains("+")
        guard isPattern || text.string.allSatisfy(\.isWhitespace) else { return text.string }
        error(
            "bad-like", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas un modèle", en: "\"\(text.shown)\" is no pattern"),
            Bilingual(
                fr: "écrivez A pour une lettre et 9 pour un chiffre, comme AA999 ; les expressions régulières ne sont pas prises en charge",
                en: "write A for a letter and 9 for a digit, such as AA999; regular expressions are not used here"))
        return nil
    }

    private mutating func numberRule(_ map: WrittenMap) -> NumberRule {
        let entries = entries(map, NumberKey.self)
        var rule = NumberRule()
        rule.min = entries[.min].flatMap { decimal($0.value) }
        rule.max = entries[.max].flatMap { decimal($0.value) }
        if let decimals = entries[.decimals].flatMap({ integer($0.value, 0...9) }) { rule.decimals = decimals }
        if let min = rule.min, let max = rule.max, min > max { reversed(at: map.place) }
        return rule
    }

    private mutating func dateRule(_ map: WrittenMap) -> DateRule {
        let entries = entries(map, DateKey.self)
        var rule = DateRule()
        rule.min = entries[.min].flatMap { dateBound($0.value) }
        rule.max = entries[.max].flatMap { dateBound($0.value) }
        if let precision = entries[.precision].flatMap({ word($0.value, DateRule.Precision.self) }) { rule.precision = precision }
        if let min = rule.min, let max = rule.max, min.isAfter(max) == true { reversed(at: map.place) }
        return rule
    }
}
