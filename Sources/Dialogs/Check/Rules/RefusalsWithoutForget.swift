/// Who refuses a consent comes to a `forget` before the conversation ends, whichever way it goes on; or is asked for the consent again.
@Sendable func refusalsWithoutForget(_ folder: Inspection) -> [Finding] {
    var found: [Finding] = []
    for signUp in folder.signUps.values where folder.isKnownConsent(signUp) {
        guard let consent = signUp.consent, let facts = folder.fields[consent.field] else { continue }
        let keepers = folder.nodesThatKeep(consent.field)
        for (address, question) in facts.questions {
            guard case .choice(let choices) = question.expect, choices.several == nil else { continue }
            let offered = folder.script.choices(of: choices.source).map(\.id)
            // A question that does not offer the consent asks for something else.
            guard offered.contains(consent.choice) else { continue }
            var refusals = offered.filter { $0 != consent.choice }.compactMap { question.next.target(of: $0) }
            if question.optional != nil, let skipped = question.next.ofSkipping { refusals.append(skipped) }
            let agreed = question.next.target(of: consent.choice)
            for target in Set(refusals) {
                let isKept = folder.ways.nodes.indices.contains { node in
                    folder.ways.nodes[node].screen == address && folder.ways.landings[node][target].map(keepers.contains) ?? false
                }
                guard isKept else { continue }
                found.append(refusalKept(consent.field, at: target.place, on: address, isSameAsAgreed: agreed == target))
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
    /// The nodes from which an end can be reached with nothing forgotten and the consent not asked again.
    fileprivate func nodesThatKeep(_ consent: String) -> Set<Int> {
        let before = ways.predecessors()
        func stops(_ node: Int) -> Bool {
            guard let screen = ways.screen(of: node) else { return true }
            return screen.actions.contains { $0.kind == .forget } || screen.question?.save.id == consent
        }
        var waiting = ways.nodes.indices.filter { node in
            guard case .end? = ways.screen(of: node)?.kind else { return false }
            return !stops(node)
        }
        var keepers = Set(waiting)
        while let node = waiting.popLast() {
            for earlier in before[node] where !stops(earlier) && keepers.insert(earlier).inserted { waiting.append(earlier) }
        }
        return keepers
    }
}
