/// Calls lead out of themselves again: no call inside itself, and none more than 8 deep.
@Sendable func circularCalls(_ folder: Inspection) -> [Finding] {
    let circular = folder.ways.recursiveCalls.values.map { target in
        Finding(
            .error, "circular-call", at: target.place, screen: folder.screen(writing: target),
            what: Bilingual(
                fr: "cet appel mène à un dialogue qui attend déjà sa propre fin",
                en: "this call leads into a dialog that still waits for its own end"),
            mend: Bilingual(
                fr: "allez-y par « next » au lieu de « call », ou revenez par « return » d'abord",
                en: "go there by \"next\" instead of \"call\", or come back by \"return\" first"))
    }
    let deep = folder.ways.deepCalls.map { target in
        Finding(
            .error, "deep-call", at: target.place, screen: folder.screen(writing: target),
            what: Bilingual(
                fr: "plus de \(Ways.deepest) appels l'un dans l'autre", en: "more than \(Ways.deepest) calls inside one another"),
            mend: Bilingual(fr: "continuez par « next » au lieu de « call »", en: "go on by \"next\" instead of \"call\""))
    }
    return circular + deep
}

extension Inspection {
    /// The screen in which a target is written.
    func screen(writing target: Target) -> String? {
        script.allScreens.first { $0.screen.place.file == target.place.file && $0.screen.writtenTargets.contains(target) }?.address.screen
    }
}
