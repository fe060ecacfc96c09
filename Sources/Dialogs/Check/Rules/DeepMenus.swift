/// A menu behind a menu behind a menu: people lose their way.
@Sendable func deepMenus(_ folder: Inspection) -> [Finding] {
    let mostLevels = 2
    let levels = folder.menuLevels()
    return folder.script.allScreens.compactMap { address, screen in
        guard case .menu = screen.kind, let level = levels[address], level > mostLevels else { return nil }
        return Finding(
            .warning, "deep-menu", at: screen.place, screen: address.screen,
            what: Bilingual(fr: "ce menu est le \(level)e à la suite", en: "this menu is number \(level) in a row"),
            mend: Bilingual(fr: "menez-y plus directement", en: "lead to it more directly"))
    }
}

extension Inspection {
    /// How many menus one passes to come to a menu, that one included, on the shortest way; a question in between begins anew.
    fileprivate func menuLevels() -> [ScreenAddress: Int] {
        var reached = [Int?](repeating: nil, count: ways.nodes.count)
        // Levels are few and small: nodes are taken up again whenever a shorter way is found.
        var waiting = script.entries.compactMap { ways.index[Node(calls: [], screen: $0)] }.map { (node: $0, level: 0) }
        while !waiting.isEmpty {
            let (node, before) = waiting.removeFirst()
            guard let screen = ways.screen(of: node) else { continue }
            let level: Int =
                switch screen.kind {
                case .menu: before + 1
                case .question, .review: 0
                case .page, .route, .call, .end: before
                }
            if let known = reached[node], known <= level { continue }
            reached[node] = level
            for next in ways.successors(of: node) { waiting.append((next, level)) }
        }
        return ways.nodes.indices.reduce(into: [:]) { levels, node in
            guard let level = reached[node] else { return }
            let address = ways.nodes[node].screen
            levels[address] = min(level, levels[address] ?? level)
        }
    }
}
