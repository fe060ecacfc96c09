package import Texting

/// What is wrong, or worth a thought, with words that staff send to many.
extension Script {
    /// At `--text:1:1`; `CODE=` in front of it where it is for one language.
    package func findings(inCampaignText text: String, in language: Language?, letters: Letters) -> [Finding] {
        let template = Template(text)
        let place = Place(file: language.map { "--text \($0.rawValue)=" } ?? "--text", line: 1, column: 1)
        var findings = placeholderFindings(in: template, at: place)
        let warn = { (kind: String, what: Bilingual, mend: Bilingual) in
            findings.append(Finding(.warning, kind, at: place, what: what, mend: mend))
        }
        if !template.placeholders.contains(BuiltIn.howToStop.rawValue) {
            warn(
                "no-way-to-stop", Bilingual(fr: "le texte ne dit pas comment ne plus en recevoir", en: "the text does not say how to stop"),
                Bilingual(fr: "ajoutez {{how-to-stop}}", en: "add {{how-to-stop}}"))
        }
        let bare = template.filled { _ in nil }
        if let words = dangerousWords(in: bare) {
            warn(
                "dangerous-request",
                Bilingual(
                    fr: "« \(words) » : ce texte semble demander de l'argent, un code secret ou un numéro d'identité",
                    en: "\"\(words)\": this text seems to ask for money, a PIN or an identity number"),
                Bilingual(
                    fr: "les fraudeurs le demandent, nous jamais : écrivez-le autrement",
                    en: "fraudsters ask for it, we never do: write it otherwise"))
        }
        if let letter = onlyCostlyLetter(of: fitted(bare, to: letters)) {
            warn(
                "costly-letter",
                Bilingual(
                    fr: "la lettre « \(letter) » fait de ce texte un SMS deux fois plus cher",
                    en: "the letter \"\(letter)\" makes this text an SMS that costs twice as much"),
                Bilingual(fr: "écrivez-le sans cette lettre", en: "write it without that letter"))
        }
        return findings
    }

    private func placeholderFindings(in template: Template, at place: Place) -> [Finding] {
        let facts = fieldFacts()
        let builtIn = BuiltIn.allCases.map(\.rawValue)
        return Set(template.placeholders).sorted().compactMap { name in
            if builtIn.contains(name) { return nil }
            guard let field = facts[name] else {
                return Finding(
                    .error, "unknown-field", at: place,
                    what: Bilingual(fr: "les dialogues n'ont pas de champ « \(name) »", en: "the dialogs have no field \"\(name)\""),
                    mend: suggestion(for: name, among: facts.keys.sorted() + builtIn))
            }
            switch field.kind {
            case .number, .choice, .several, nil: if !field.isPrivate { return nil }
            case .text, .date, .phone, .reference: break
            }
            return Finding(
                .error, "answer-in-what-we-begin", at: place,
                what: Bilingual(
                    fr: "{{\(name)}} est un nom ou une réponse privée, et ce texte peut être lu par qui prend le téléphone",
                    en: "{{\(name)}} is a name or a private answer, and this text can be read by whoever picks up the phone"),
                mend: Bilingual(fr: "dites-le sans cette réponse", en: "say it without that answer"))
        }
    }

    /// Why no answer can go on there; nil where it can.
    package func finding(inOpening target: String) -> Finding? {
        let place = Place(file: "--opens", line: 1, column: 1)
        guard let dialog = Target(parsing: target, at: place)?.dialogNamed else {
            return Finding(
                .error, "unknown-target", at: place,
                what: Bilingual(
                    fr: "« \(target) » ne nomme pas un dialogue et son écran", en: "\"\(target)\" does not name a dialog and its screen"),
                mend: Bilingual(fr: "écrivez suivi/ ou suivi/interet", en: "write suivi/ or suivi/interet"))
        }
        guard let found = dialogs[dialog] else {
            return Finding(
                .error, "unknown-target", at: place,
                what: Bilingual(fr: "il n'y a pas de dialogue « \(dialog) »", en: "there is no dialog \"\(dialog)\""),
                mend: suggestion(for: dialog, among: dialogs.keys.sorted()))
        }
        guard let address = address(opening: target), screen(at: address) != nil else {
            let screen = String(target.drop { $0 != "/" }.dropFirst())
            return Finding(
                .error, "unknown-target", at: place,
                what: Bilingual(
                    fr: "le dialogue « \(dialog) » n'a pas d'écran « \(screen) »",
                    en: "the dialog \"\(dialog)\" has no screen \"\(screen)\""),
                mend: suggestion(for: screen, among: found.screens.keys.sorted()))
        }
        guard case .end? = screen(at: address)?.kind else { return nil }
        return Finding(
            .error, "opens-an-end", at: place,
            what: Bilingual(
                fr: "« \(target) » est une fin : rien n'y attend de réponse", en: "\"\(target)\" is an end: no answer is awaited there"),
            mend: Bilingual(fr: "choisissez une question ou un menu", en: "choose a question or a menu"))
    }
}

extension Target {
    fileprivate var dialogNamed: String? {
        switch destination {
        case .address(let address): address.dialog
        case .start(let dialog): dialog
        case .screen, .back: nil
        }
    }
}
