/// From every screen an end can be reached. Behind a call that depends on who called: one caller that leads on is enough, since where
/// another does not, that caller is found itself.
@Sendable func screensWithoutEnd(_ folder: Inspection) -> [Finding] {
    let ways = folder.ways
    let before = ways.predecessors()
    var leads = ways.nodes.indices.map { node in
        guard let screen = ways.screen(of: node) else { return true }
        if case .end = screen.kind { return true }
        // Where a target leads nowhere, that is the finding.
        return screen.targets.contains { ways.landings[node][$0] == nil && !isOpenReturn($0, of: node, in: ways) }
    }
    var waiting = leads.indices.filter { leads[$0] }
    while let node = waiting.popLast() {
        for earlier in before[node] where !leads[earlier] {
            leads[earlier] = true
            waiting.append(earlier)
        }
    }
    let ending = Set(ways.nodes.indices.filter { leads[$0] }.map { ways.nodes[$0].screen })
    let reached = Set(ways.nodes.map(\.screen))
    return folder.script.allScreens.filter { reached.contains($0.address) && !ending.contains($0.address) }.map { address, screen in
        Finding(
            .error, "no-end", at: screen.place, screen: address.screen,
            what: Bilingual(
                fr: "de l'écran « \(address.screen) », aucun chemin ne mène à une fin",
                en: "from the screen \"\(address.screen)\" no way leads to an end"),
            mend: Bilingual(fr: "ajoutez un chemin vers un écran « end »", en: "add a way to an \"end\" screen"))
    }
}

/// A `return` where nothing was called, in a dialog that is called elsewhere.
private func isOpenReturn(_ target: Target, of node: Int, in ways: Ways) -> Bool {
    guard target.destination == .back else { return false }
    let here = ways.nodes[node]
    return here.calls.isEmpty && ways.nodes.contains { $0.screen == here.screen && !$0.calls.isEmpty }
}
