extension Examination {
    /// Every screen that shows something is seen by a conversation test.
    ///
    /// - Parameter reached: the screens that the tests come to.
    package func untestedScreens(_ reached: Set<ScreenAddress>) -> [Finding] {
        guard inspection.script.unread.isEmpty else { return [] }
        let onWays = Set(inspection.ways.nodes.map(\.screen))
        return inspection.script.allScreens.filter {
            onWays.contains($0.address) && !reached.contains($0.address) && !$0.screen.texts.isEmpty
        }.map {
            address, screen in
            Finding(
                .warning, "untested-screen", at: screen.place, screen: address.screen,
                what: Bilingual(
                    fr: "aucun test ne passe par l'écran « \(address.screen) »", en: "no test comes to the screen \"\(address.screen)\""),
                mend: Bilingual(fr: "ajoutez un échange dans tests/", en: "add a conversation to tests/"))
        }
    }
}
