/// The consent comes before the first answer that the sign-up keeps.
///
/// Meant is an answer that is still the kept one where the sign-up is stored: one that is asked anew behind the consent, as after a
/// call-back asked for the same name, was not taken for the sign-up.
@Sendable func lateConsents(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    let unproven = Set(missingConsents(folder).map(\.place))
    for (id, signUp) in folder.signUps.sorted(by: { $0.key < $1.key }) where folder.isKnownConsent(signUp) {
        let sites = folder.sites(ofSignUp: id)
        guard !sites.contains(where: { unproven.contains($0.place) }) else { continue }
        let kept = signUp.fields.map(\.id).filter { $0 != signUp.consentField }
        let alive = Dictionary(uniqueKeysWithValues: Set(kept).map { ($0, folder.nodesWhereKept($0, until: sites.map(\.node))) })
        folder.proof.visit { node, event, store in
            guard case .asks(let question) = event, alive[question.save.id]?.contains(node) ?? false,
                !folder.isConsented(to: id, signUp, in: store),
                kept.allSatisfy({ !folder.isGiven($0, in: store) })
            else { return }
            let here = folder.ways.nodes[node].screen
            found.append(
                Finding(
                    .warning, "late-consent", at: question.save.place, screen: here.screen,
                    what: Bilingual(
                        fr: "« \(question.save.id) » est demandé avant l'accord pour « \(id) »",
                        en: "\"\(question.save.id)\" is asked before the consent to \"\(id)\""),
                    mend: Bilingual(fr: "demandez l'accord d'abord", en: "ask for the consent first")))
        }
    }
    return found
}

extension Inspection {
    /// The nodes that store a sign-up, with the place of the action.
    fileprivate func sites(ofSignUp id: String) -> [(node: Int, place: Place)] {
        ways.nodes.indices.flatMap { node in
            (ways.screen(of: node)?.allActions ?? []).filter { $0.kind == .signUp(id) }.map { (node, $0.place) }
        }
    }

    /// The nodes behind which an answer stays as it is until one of the sites.
    fileprivate func nodesWhereKept(_ field: String, until sites: [Int]) -> Set<Int> {
        let before = ways.predecessors()
        var kept: Set<Int> = []
        var waiting = sites
        var entered = Set(sites)
        while let node = waiting.popLast() {
            for earlier in before[node] where kept.insert(earlier).inserted {
                if entered.contains(earlier) || replaces(field, at: earlier) { continue }
                entered.insert(earlier)
                waiting.append(earlier)
            }
        }
        return kept
    }

    private func replaces(_ field: String, at node: Int) -> Bool {
        guard let screen = ways.screen(of: node) else { return false }
        if let question = screen.question, question.save.id == field, question.known == .ask { return true }
        return screen.actions.contains { $0.kind == .forget }
    }

    /// Whether the field may hold an answer already.
    fileprivate func isGiven(_ field: String, in store: Store) -> Bool {
        guard let index = domain.index(of: field) else { return false }
        return store.masks[index] & ~Domain.missing != 0
    }
}
