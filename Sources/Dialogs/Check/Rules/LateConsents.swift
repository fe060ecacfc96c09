/// The consent comes before the first answer that the sign-up keeps.
///
/// Meant is an answer that is still the kept one where the sign-up is stored: one that is asked anew behind the consent, as after a
/// call-back asked for the same name, was not taken for the sign-up.
@Sendable func lateConsents(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    let unproven = Set(missingConsents(folder).map(\.place))
    for (id, signUp) in folder.signUps.sorted(by: { $0.key < $1.key }) where folder.isKnownConsent(signUp) {
        let sites = folder.script.allScreens.flatMap(\.screen.allActions).filter { $0.kind == .signUp(id) }
        guard !sites.isEmpty, !sites.contains(where: { unproven.contains($0.place) }) else { continue }
        let kept = signUp.fields.map(\.id).filter { $0 != signUp.consentField }
        for field in kept {
            for (address, question) in folder.fields[field]?.questions ?? [] {
                let isLate = folder.standings(at: address).contains { node, store in
                    !folder.isConsented(to: id, signUp, in: store) && kept.allSatisfy { folder.mayBeFirst($0, in: store) }
                        && folder.keeps(field, from: node, store, untilSignUp: id)
                }
                if isLate { found.append(late(question, at: address, id)) }
            }
        }
    }
    return found
}

private func late(_ question: Question, at address: ScreenAddress, _ id: String) -> Finding {
    Finding(
        .warning, "late-consent", at: question.save.place, screen: address.screen,
        what: Bilingual(
            fr: "« \(question.save.id) » est demandé avant l'accord pour « \(id) »",
            en: "\"\(question.save.id)\" is asked before the consent to \"\(id)\""),
        mend: Bilingual(fr: "demandez l'accord d'abord", en: "ask for the consent first"))
}

extension Inspection {
    /// Whether an answer given here is still the same where the sign-up is stored.
    fileprivate func keeps(_ field: String, from node: Int, _ store: Store, untilSignUp id: String) -> Bool {
        guard let index = domain.index(of: field) else { return false }
        return proof.flow.steps(from: node, store).contains { step in
            guard case .answered = step.pace else { return false }
            return finds(from: step.node, step.store) { screen, store in
                if store.masks[index] & ~(Domain.missing | Domain.skipped) == 0 { return .stop }
                if screen.allActions.contains(where: { $0.kind == .signUp(id) }) { return .found }
                if screen.actions.contains(where: { $0.kind == .forget }) { return .stop }
                if let question = screen.question, question.save.id == field, question.known == .ask { return .stop }
                return .goOn
            }
        }
    }

    /// Whether on some way nothing was answered to the field yet.
    fileprivate func mayBeFirst(_ field: String, in store: Store) -> Bool {
        guard let index = domain.index(of: field) else { return true }
        return store.masks[index] & Domain.missing != 0
    }
}
