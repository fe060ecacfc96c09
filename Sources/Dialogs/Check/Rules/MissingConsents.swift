/// On every path to a `sign-up` its consent was given, by just the choice that it names.
@Sendable func missingConsents(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    for happening in folder.happenings {
        let (node, event, store) = (happening.node, happening.event, happening.store)
        guard case .signUp(let id, let place) = event, let signUp = folder.signUps[id], folder.isKnownConsent(signUp),
            !folder.isConsented(to: id, signUp, in: store)
        else { continue }
        let here = folder.ways.nodes[node].screen
        found.append(
            Finding(
                .error, "no-consent", at: place, screen: here.screen,
                what: Bilingual(
                    fr: "sur l'un des chemins vers \(here), l'accord pour « \(id) » n'est pas donné\(folder.consent(of: signUp))",
                    en: "on one of the ways to \(here), the consent to \"\(id)\" is not given\(folder.consent(of: signUp))"),
                mend: Bilingual(
                    fr: "demandez l'accord sur ce chemin avant d'inscrire", en: "ask for the consent on that way before signing up")))
    }
    for dialog in folder.script.dialogs.values {
        for (id, signUp) in dialog.signUps where signUp.consent == nil {
            found.append(
                Finding(
                    .error, "no-consent", at: signUp.place,
                    what: Bilingual(
                        fr: "l'inscription « \(id) » ne dit pas son accord", en: "the sign-up \"\(id)\" does not name its consent"),
                    mend: Bilingual(fr: "ajoutez consent: { question: choix }", en: "add consent: { question: choice }")))
        }
    }
    return found
}

extension Inspection {
    /// Whether a question saves the consent and offers its choice; where none does, that is the finding.
    func isKnownConsent(_ signUp: SignUp) -> Bool {
        guard let consent = signUp.consent, let facts = fields[consent.field] else { return false }
        return facts.allIDs.contains(consent.choice)
    }

    fileprivate func consent(of signUp: SignUp) -> String {
        signUp.consent.map { " (\($0.field): \($0.choice))" } ?? ""
    }
}
