/// Four or five options at a time is what people keep in mind; lists of places are searched by their names and stand apart.
@Sendable func crowdedMenus(_ folder: Inspection) -> [Finding] {
    let mostAtOnce = 5
    return folder.script.allScreens.compactMap { address, screen in
        if case .choice(let choices)? = screen.question?.expect, case .list = choices.source { return nil }
        let offered = folder.script.offered(by: screen)
        guard offered.count > mostAtOnce else { return nil }
        let nodes = folder.nodes(of: address)
        let most = nodes.flatMap { folder.sets(of: offered, at: $0).map(\.count) }.max() ?? offered.count
        guard most > mostAtOnce else { return nil }
        return Finding(
            .warning, "crowded-menu", at: screen.place, screen: address.screen,
            what: Bilingual(fr: "\(most) options à la fois", en: "\(most) options at once"),
            mend: Bilingual(
                fr: "au plus \(mostAtOnce) : réunissez-en, ou répartissez-les sur deux menus",
                en: "at most \(mostAtOnce): join some, or spread them over two menus"))
    }
}
