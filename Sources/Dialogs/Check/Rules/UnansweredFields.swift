/// An answer that words show, or an action needs, is there on every path.
@Sendable func unansweredFields(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    for happening in folder.happenings {
        let (node, event, store) = (happening.node, happening.event, happening.store)
        let here = folder.ways.nodes[node].screen
        switch event {
        case .shows(let words):
            for name in words.neededPlaceholders {
                if folder.fields[name] != nil {
                    guard !folder.isAnswered(name, in: store) else { continue }
                    found.append(unanswered(name, at: words.place(naming: name), on: here, isText: true))
                } else if name == BuiltIn.reference.rawValue, !folder.isCertain(.reference, in: store) {
                    found.append(noReference(at: words.place(naming: name), on: here))
                }
            }
        case .needs(let field, let place):
            guard folder.fields[field] != nil, !folder.isAnswered(field, in: store) else { continue }
            found.append(unanswered(field, at: place, on: here, isText: false))
        case .signUp, .load, .erase: break
        }
    }
    return found
}

private func unanswered(_ field: String, at place: Place, on screen: ScreenAddress, isText: Bool) -> Finding {
    Finding(
        .error, "unanswered-field", at: place, screen: screen.screen,
        what: Bilingual(
            fr: "sur l'un des chemins vers \(screen), « \(field) » n'a pas de réponse",
            en: "on one of the ways to \(screen), \"\(field)\" has no answer"),
        mend: isText
            ? Bilingual(
                fr: "posez la question avant, ou écrivez {{\(field)|autre texte}}",
                en: "ask the question before, or write {{\(field)|other words}}")
            : Bilingual(
                fr: "posez la question avant, sans « optional »", en: "ask the question before, without \"optional\""))
}

private func noReference(at place: Place, on screen: ScreenAddress) -> Finding {
    Finding(
        .error, "unanswered-field", at: place, screen: screen.screen,
        what: Bilingual(
            fr: "sur l'un des chemins vers \(screen), il n'y a pas encore de {{reference}}",
            en: "on one of the ways to \(screen), there is no {{reference}} yet"),
        mend: Bilingual(
            fr: "inscrivez d'abord (do: [sign-up: …]), demandez le numéro, ou écrivez {{reference|autre texte}}",
            en: "sign up first (do: [sign-up: …]), ask for the number, or write {{reference|other words}}"))
}
