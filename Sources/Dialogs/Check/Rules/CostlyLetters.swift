import Texting

/// One letter that GSM 03.38 does not have makes an SMS of 160 letters two: where it is a single one, it can be written otherwise.
@Sendable func costlyLetters(_ folder: Inspection) -> [Finding] {
    let configured = folder.channels.filter { $0.kind == .sms }.map(\.budget.letters)
    let alphabets: Set<Letters> = configured.isEmpty ? [.gsm] : Set(configured)
    return folder.script.allTexts.flatMap { text -> [Finding] in
        var found: [Finding] = []
        for language in folder.script.languages {
            let raw = text.words.template(language, .sms).filled { _ in nil }
            for letters in alphabets {
                guard let letter = onlyCostlyLetter(of: fitted(raw, to: letters)) else { continue }
                let finding = Finding(
                    .warning, "costly-letter", at: text.words.place(language, .sms), screen: text.screen,
                    what: Bilingual(
                        fr: "la lettre « \(letter) » fait de ce texte un SMS deux fois plus cher (« \(language.rawValue) »)",
                        en: "the letter \"\(letter)\" makes this text an SMS that costs twice as much (\"\(language.rawValue)\")"),
                    mend: Bilingual(fr: "écrivez-le sans cette lettre", en: "write it without that letter"))
                if !found.contains(where: { $0.place == finding.place }) { found.append(finding) }
            }
        }
        return found
    }
}

/// The letter, where just one sends the text to UCS-2.
func onlyCostlyLetter(of text: String) -> Character? {
    guard MessageSize(sms: text).encoding == .ucs2 else { return nil }
    let costly = Set(text.filter { MessageSize(sms: String($0)).encoding == .ucs2 })
    // What stands for bytes that are no text is told as that.
    return costly.count == 1 && costly != ["\u{FFFD}"] ? costly.first : nil
}
