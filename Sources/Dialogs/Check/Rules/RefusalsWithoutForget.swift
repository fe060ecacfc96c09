/// Who refuses a consent comes to a `forget` before the conversation ends, whichever way it goes on; or is asked for the consent again.
@Sendable func refusalsWithoutForget(_ folder: Inspection) -> [Finding] {
    let stored = Set(folder.script.allScreens.flatMap(\.screen.allActions).compactMap(\.signedUp))
    var found: [Finding] = []
    for (id, signUp) in folder.signUps.sorted(by: { $0.key < $1.key }) where stored.contains(id) && folder.isKnownConsent(signUp) {
        guard let consent = signUp.consent, let index = folder.domain.index(of: consent.field) else { continue }
        let agreed = folder.domain.variables[index].mask(of: consent.choice)
        for (address, question) in folder.fields[consent.field]?.questions ?? [] {
            // A question that does not offer the consent asks for something else.
            guard question.offers(consent.choice, in: folder.script) else { continue }
            var kept: Set<Target> = []
            for (node, store) in folder.standings(at: address) {
                for step in folder.proof.flow.steps(from: node, store) {
                    guard case .answered(let target?, _) = step.pace, !kept.contains(target) else { continue }
                    var refused = step.store
                    refused.masks[index] &= ~(agreed | Domain.missing)
                    guard refused.masks[index] != 0, folder.ends(from: step.node, refused, keeping: index) else { continue }
                    kept.insert(target)
                }
            }
            for target in kept {
                let isSame = question.next.target(of: consent.choice) == target
                found.append(refusalKept(consent.field, at: target.place, on: address, isSameAsAgreed: isSame))
            }
        }
    }
    return found
}

private func refusalKept(_ field: String, at place: Place, on screen: ScreenAddress, isSameAsAgreed: Bool) -> Finding {
    Finding(
        .error, "refusal-without-forget", at: place, screen: screen.screen,
        what: Bilingual(
            fr: "qui refuse « \(field) » peut arriver à la fin sans que ses réponses soient effacées",
            en: "who refuses \"\(field)\" can come to the end without the answers being forgotten"),
        mend: isSameAsAgreed
            ? Bilingual(
                fr: "menez le refus ailleurs, vers un écran avec do: [forget]",
                en: "lead the refusal elsewhere, to a screen with do: [forget]")
            : Bilingual(fr: "ajoutez do: [forget] sur ce chemin", en: "add do: [forget] on that way"))
}

extension Inspection {
    /// Whether an end can be reached while a refusal is still among the answers, and nobody asked for the consent again.
    fileprivate func ends(from node: Int, _ store: Store, keeping consent: Int) -> Bool {
        finds(from: node, store) { screen, store in
            // Forgotten on the way, by a screen or by an option.
            if store.masks[consent] == Domain.missing || screen.actions.contains(where: { $0.kind == .forget }) { return .stop }
            if let field = screen.question?.save.id, domain.index(of: field) == consent { return .stop }
            if case .end = screen.kind { return .found }
            return .goOn
        }
    }
}

extension Question {
    fileprivate func offers(_ choice: String, in script: Script) -> Bool {
        guard case .choice(let choices) = expect, choices.several == nil else { return false }
        return script.choices(of: choices.source).contains { $0.id == choice }
    }
}

extension Action {
    /// The sign-up that it stores.
    fileprivate var signedUp: String? {
        if case .signUp(let id) = kind { id } else { nil }
    }
}
