/// Every screen that shows something is seen by a conversation test.
@Sendable func untestedScreens(_ folder: Inspection) -> [Finding] {
    guard let reached = folder.reached else { return [] }
    let onWays = Set(folder.ways.nodes.map(\.screen))
    return folder.script.allScreens.filter { onWays.contains($0.address) && !reached.contains($0.address) && !$0.screen.texts.isEmpty }.map
    {
        address, screen in
        Finding(
            .warning, "untested-screen", at: screen.place, screen: address.screen,
            what: Bilingual(
                fr: "aucun test ne passe par l'écran « \(address.screen) »", en: "no test comes to the screen \"\(address.screen)\""),
            mend: Bilingual(fr: "ajoutez un échange dans tests/", en: "add a conversation to tests/"))
    }
}
