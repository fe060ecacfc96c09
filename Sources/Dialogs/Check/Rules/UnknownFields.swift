/// No field is used that nothing saves, under whatever name it is used.
@Sendable func unknownFields(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    let saved = folder.fields
    var found: [Finding] = []
    func look(for field: String, at place: Place, screen: String?, needsQuestion: Bool = false) {
        if let facts = saved[field], !needsQuestion || facts.kind != nil { return }
        let names = needsQuestion ? saved.filter { $0.value.kind != nil }.map(\.key) : Array(saved.keys)
        found.append(
            Finding(
                .error, "unknown-field", at: place, screen: screen,
                what: Bilingual(fr: "aucune question n'enregistre « \(field) »", en: "no question saves \"\(field)\""),
                mend: suggestion(for: field, among: names)))
    }

    for placed in script.allConditions {
        for (field, _) in placed.condition.answerTests { look(for: field.id, at: field.place, screen: placed.screen) }
    }
    for (address, screen) in script.allScreens {
        for action in screen.allActions {
            switch action.kind {
            case .callback(let field), .language(let field): look(for: field, at: action.idPlace ?? action.place, screen: address.screen)
            default: break
            }
        }
        if case .review(let review) = screen.kind {
            for field in review.fields { look(for: field.id, at: field.place, screen: address.screen, needsQuestion: true) }
        }
    }
    for dialog in script.dialogs.values {
        for signUp in dialog.signUps.values {
            for field in signUp.fields { look(for: field.id, at: field.place, screen: nil) }
            if let consent = signUp.consent {
                look(for: consent.field, at: signUp.consentWritten?.place ?? signUp.place, screen: nil)
            }
        }
    }
    for text in script.allTexts {
        for name in text.words.placeholders where saved[name] == nil && BuiltIn(rawValue: name) == nil {
            found.append(
                Finding(
                    .error, "unknown-placeholder", at: text.words.place(naming: name), screen: text.screen,
                    what: Bilingual(
                        fr: "{{\(name)}} n'est ni une réponse ni un mot du programme",
                        en: "{{\(name)}} is neither an answer nor a word of the program's"),
                    mend: suggestion(for: name, among: saved.keys + BuiltIn.allCases.map(\.rawValue))))
        }
    }
    return found + pointlessSets(folder)
}

/// A `set` of a field that no question saves and that nothing looks at is a slip of the pen.
private func pointlessSets(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    var used = Set(script.allConditions.flatMap { $0.condition.answerTests.map(\.field.id) })
    used.formUnion(script.allTexts.flatMap(\.words.placeholders))
    for signUp in folder.signUps.values {
        used.formUnion(signUp.fields.map(\.id))
        if let consent = signUp.consent { used.insert(consent.field) }
    }
    for action in script.allScreens.flatMap(\.screen.allActions) {
        switch action.kind {
        case .callback(let field), .language(let field): used.insert(field)
        default: break
        }
    }
    return script.allScreens.flatMap { address, screen in
        screen.allActions.flatMap { action -> [Finding] in
            guard case .set(let values) = action.kind else { return [] }
            return values.keys.sorted().filter { folder.fields[$0]?.kind == nil && !used.contains($0) }.map { field in
                Finding(
                    .error, "unknown-field", at: action.setFields.first { $0.id == field }?.place ?? action.place, screen: address.screen,
                    what: Bilingual(
                        fr: "« \(field) » n'est enregistré par aucune question et ne sert nulle part",
                        en: "no question saves \"\(field)\" and nothing looks at it"),
                    mend: suggestion(for: field, among: folder.fields.filter { $0.value.kind != nil }.keys))
            }
        }
    }
}
