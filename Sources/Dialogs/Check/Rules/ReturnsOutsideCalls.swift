/// `return` comes back to a call, so the screen has to be one that a call leads to.
@Sendable func returnsOutsideCalls(_ folder: Inspection) -> [Finding] {
    let called = Set(folder.ways.nodes.filter { !$0.calls.isEmpty }.map(\.screen))
    let reached = Set(folder.ways.nodes.map(\.screen))
    return folder.script.allScreens.filter { reached.contains($0.address) && !called.contains($0.address) }.flatMap { address, screen in
        screen.writtenTargets.filter { $0.destination == .back }.map { target in
            Finding(
                .error, "return-outside-call", at: target.place, screen: address.screen,
                what: Bilingual(
                    fr: "« return » n'a pas où revenir : aucun « call » ne mène à cet écran",
                    en: "\"return\" has nowhere to come back to: no \"call\" leads to this screen"),
                mend: Bilingual(
                    fr: "nommez l'écran qui suit, ou appelez ce dialogue par « call »",
                    en: "name the screen that follows, or \"call\" this dialog"))
        }
    }
}
