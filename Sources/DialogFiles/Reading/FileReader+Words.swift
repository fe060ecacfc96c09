import Dialogs

extension FileReader {
    /// Words that a person reads: a text, or one for USSD and one for SMS.
    mutating func words(_ written: Written, slot: String) -> Words? {
        switch written {
        case .text(let text):
            guard let template = template(text) else { return nil }
            let translations = translated(template, slot: slot, at: text.place).mapValues { Variants($0) }
            return Words(place: text.place, source: Variants(template), translations: translations)
        case .map(let map):
            guard !map.entries.isEmpty, map.entries.contains(where: { VariantKey(rawValue: $0.key.string) != nil }) else {
                // `Votre nom :` on a line of its own is told already.
                if !map.entries.contains(where: \.value.isNothing) { noWords(at: map.place, likelyColon: !map.isBraces) }
                return nil
            }
            let entries = entries(map, VariantKey.self)
            let both = Bilingual(fr: "ces mots, qui diffèrent par canal", en: "these words, which differ by channel")
            guard let ussd = required(.ussd, entries, at: map.place, of: both), let sms = required(.sms, entries, at: map.place, of: both)
            else { return nil }
            return words(ussd: ussd, sms: sms, slot: slot, at: map.place)
        case .list(let list): noWords(at: list.place, likelyColon: false)
        case .nothing: break
        }
        return nil
    }

    private mutating func words(ussd: Written, sms: Written, slot: String, at place: Place) -> Words? {
        guard let ussdText = text(ussd), let smsText = text(sms) else { return nil }
        guard let ussd = template(ussdText), let sms = template(smsText) else { return nil }
        let inUSSD = translated(ussd, slot: "\(slot).ussd", at: ussdText.place)
        let inSMS = translated(sms, slot: "\(slot).sms", at: smsText.place)
        let translations = Set(inUSSD.keys).union(inSMS.keys).map { language in
            (language, Variants(ussd: inUSSD[language] ?? ussd, sms: inSMS[language] ?? sms))
        }
        return Words(
            place: place, source: Variants(ussd: ussd, sms: sms), translations: Dictionary(uniqueKeysWithValues: translations))
    }

    private mutating func noWords(at place: Place, likelyColon: Bool) {
        error(
            "wrong-form", at: place, Bilingual(fr: "ici il faut un texte", en: "a text is expected here"),
            likelyColon
                ? Bilingual(
                    fr: "un texte qui contient « : » a besoin de guillemets ; un texte par canal s'écrit { ussd: \"…\", sms: \"…\" }",
                    en: "a text with \":\" in it needs quotes; one text a channel is written { ussd: \"…\", sms: \"…\" }")
                : Bilingual(
                    fr: "mettez-le entre guillemets ; un texte par canal s'écrit { ussd: \"…\", sms: \"…\" }",
                    en: "put it in quotes; one text a channel is written { ussd: \"…\", sms: \"…\" }"))
    }

    /// A text with what is to be filled in taken apart.
    mutating func template(_ text: WrittenText) -> Template? {
        let string = text.isPlain ? text.string : text.string.withoutLineEnds
        if string.allSatisfy(\.isWhitespace) {
            error(
                "blank-words", at: text.place, Bilingual(fr: "ce texte est vide", en: "this text is blank"),
                Bilingual(fr: "écrivez ce que la personne doit lire", en: "write what the person is to read"))
            return nil
        }
        if text.isPlain, text.isInBraces, string.contains(where: \.isWhitespace) {
            error(
                "unquoted-words", at: text.place,
                Bilingual(
                    fr: "entre { }, un texte de plusieurs mots a besoin de guillemets",
                    en: "between { }, a text of several words needs quotes"),
                Bilingual(fr: "écrivez \"\(string)\"", en: "write \"\(string)\""))
        }
        if let fault = PlaceholderFault(in: string) { findings.append(fault.finding(at: text.place, screen: screen)) }
        return Template(string, at: text.place)
    }

    /// What fresh translations there are; what is missing or stale is told.
    private mutating func translated(_ template: Template, slot: String, at place: Place) -> [Language: Template] {
        let context = "\(screen.map { "\(name)/\($0)" } ?? name) \(slot)"
        slots.append(Slot(context: context, text: template.raw, note: note, place: place))
        return translations.translated(template, of: context, at: place, screen: screen, telling: &findings)
    }
}

extension String {
    /// A block of lines ends with a line end that nobody means.
    var withoutLineEnds: String {
        var text = self[...]
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
