/// What was stored is loaded behind a `reference` question only; what is said or erased without one, the author should mean.
@Sendable func unprovenReferences(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    for happening in folder.happenings {
        let (node, event, store) = (happening.node, happening.event, happening.store)
        let here = folder.ways.nodes[node].screen
        switch event {
        case .load(let id, let place):
            guard folder.signUps[id] != nil, !folder.isCertain(.proven(signUp: id), in: store) else { continue }
            found.append(
                Finding(
                    .error, "load-without-reference", at: place, screen: here.screen,
                    what: Bilingual(
                        fr: "sur l'un des chemins vers \(here), le numéro d'inscription n'est pas demandé avant de charger « \(id) »",
                        en: "on one of the ways to \(here), the reference is not asked for before \"\(id)\" is loaded"),
                    mend: Bilingual(
                        fr: "demandez-le avant par expect: { reference: \(id) }, sans « optional »",
                        en: "ask for it before by expect: { reference: \(id) }, without \"optional\"")))
        case .erase(let place):
            guard !folder.isCertain(.reference, in: store) else { continue }
            found.append(
                Finding(
                    .warning, "erase-without-reference", at: place, screen: here.screen,
                    what: Bilingual(
                        fr:
                            "sur l'un des chemins, « erase » vient sans numéro d'inscription : il n'efface alors que qui n'a aucune inscription",
                        en: "on one of the ways, \"erase\" comes without a reference: then it erases only who has no sign-up"),
                    mend: Bilingual(fr: "demandez le numéro avant", en: "ask for the reference before")))
        case .shows(let words):
            guard words.neededPlaceholders.contains(BuiltIn.status.rawValue), !folder.isCertain(.reference, in: store) else { continue }
            found.append(
                Finding(
                    .warning, "status-without-reference", at: words.place(naming: BuiltIn.status.rawValue), screen: here.screen,
                    what: Bilingual(
                        fr: "sur l'un des chemins, {{status}} vient sans numéro d'inscription et ne dit rien",
                        en: "on one of the ways, {{status}} comes without a reference and says nothing"),
                    mend: Bilingual(fr: "demandez le numéro avant", en: "ask for the reference before")))
        case .needs, .signUp: break
        }
    }
    return found
}
