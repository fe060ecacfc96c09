/// Whatever is held against a field, or given to it, is one of the ids that its questions offer.
@Sendable func unknownChoices(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    var found: [Finding] = []
    func look(for id: String, of field: String, at place: Place, screen: String?) {
        guard let facts = folder.fields[field] else { return }
        // Only ever set: what it is set to is what it can be.
        let offered = facts.kind == nil ? facts.allIDs : facts.ids
        guard !offered.contains(id), !isListMissing(facts, in: script) else { return }
        let what: Bilingual
        switch facts.kind {
        case .choice?, .several?, nil:
            what = Bilingual(fr: "« \(field) » n'a pas le choix « \(id) »", en: "\"\(field)\" has no choice \"\(id)\"")
        case .text?, .number?, .date?, .phone?, .reference?:
            what = Bilingual(
                fr: "« \(field) » n'est pas un choix : sa réponse ne peut pas être « \(id) »",
                en: "\"\(field)\" is no choice: its answer can't be \"\(id)\"")
        }
        found.append(Finding(.error, "unknown-choice", at: place, screen: screen, what: what, mend: suggestion(for: id, among: offered)))
    }

    for placed in script.allConditions {
        for (field, test) in placed.condition.answerTests {
            guard case .oneOf(let ids) = test else { continue }
            for (number, id) in ids.enumerated() { look(for: id, of: field.id, at: field.place(ofID: number), screen: placed.screen) }
        }
    }
    for (address, screen) in script.allScreens {
        for action in screen.allActions {
            guard case .set(let values) = action.kind else { continue }
            for (field, id) in values.sorted(by: { $0.key < $1.key }) {
                let written = action.setFields.first { $0.id == field }
                look(for: id, of: field, at: written?.place(ofID: 0) ?? action.place, screen: address.screen)
            }
        }
    }
    for dialog in script.dialogs.values {
        for signUp in dialog.signUps.values {
            guard let consent = signUp.consent else { continue }
            look(for: consent.choice, of: consent.field, at: signUp.consentWritten?.place(ofID: 0) ?? signUp.place, screen: nil)
        }
    }
    return found + unknownLanguages(folder)
}

/// A test that no answer of its field can pass: a choice is no number, and a number no date.
@Sendable func uselessTests(_ folder: Inspection) -> [Finding] {
    folder.script.allConditions.flatMap { placed in
        placed.condition.answerTests.compactMap { field, test -> Finding? in
            guard let kind = folder.fields[field.id]?.kind, let wanted = test.comparedKind, wanted != kind else { return nil }
            let isDate = wanted == .date
            return Finding(
                .error, "useless-test", at: field.place, screen: placed.screen,
                what: Bilingual(
                    fr: "« \(field.id) » n'est pas \(isDate ? "une date" : "un nombre") : cette condition n'est jamais vraie",
                    en: "\"\(field.id)\" is no \(isDate ? "date" : "number"): this condition is never true"),
                mend: Bilingual(
                    fr: isDate
                        ? "before et after comparent des dates ; pour un nombre, écrivez at-least ou at-most"
                        : "at-least et at-most comparent des nombres ; pour un choix, écrivez son nom, comme « \(field.id): oui »",
                    en: isDate
                        ? "before and after compare dates; for a number write at-least or at-most"
                        : "at-least and at-most compare numbers; for a choice write its name, as in \"\(field.id): oui\""))
        }
    }
}

extension Condition.Test {
    /// What an answer has to be so that the test can hold; nil where any may.
    fileprivate var comparedKind: FieldFacts.Kind? {
        switch self {
        case .atLeast, .atMost: .number
        case .before, .after: .date
        case .oneOf, .given: nil
        }
    }
}

/// Without the list that a question names nothing can be said of its ids.
private func isListMissing(_ facts: FieldFacts, in script: Script) -> Bool {
    facts.questions.contains { _, question in
        guard case .choice(let choices) = question.expect, case .list(let name) = choices.source else { return false }
        return script.lists[name] == nil
    }
}

/// A `language` takes the id of an answer for the language, so every choice has to be one.
private func unknownLanguages(_ folder: Inspection) -> [Finding] {
    let known = folder.script.languages.map(\.rawValue)
    let fields = Set(
        folder.script.allScreens.flatMap { _, screen in
            screen.allActions.compactMap { action in
                if case .language(let field) = action.kind { field } else { nil }
            }
        })
    return fields.sorted().flatMap { field in
        (folder.fields[field]?.questions ?? []).flatMap { address, question -> [Finding] in
            guard case .choice(let choices) = question.expect else { return [] }
            return folder.script.choices(of: choices.source).filter { !known.contains($0.id) }.map { choice in
                Finding(
                    .error, "unknown-language", at: choice.place, screen: address.screen,
                    what: Bilingual(
                        fr: "« \(choice.id) » n'est pas une langue de la configuration",
                        en: "\"\(choice.id)\" is no language of the configuration"),
                    mend: suggestion(for: choice.id, among: known))
            }
        }
    }
}

extension Field {
    /// Where one of the ids stands that are held against it.
    fileprivate func place(ofID number: Int) -> Place { idPlaces.indices.contains(number) ? idPlaces[number] : place }
}
