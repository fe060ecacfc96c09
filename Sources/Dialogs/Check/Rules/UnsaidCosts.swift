import Texting

/// A channel that costs the person says so on its first screen.
@Sendable func unsaidCosts(_ folder: Inspection) -> [Finding] {
    let costly = ChannelKind.allCases.filter { kind in folder.channels.contains { $0.kind == kind && $0.costsThePerson } }
    guard !costly.isEmpty else { return [] }
    return folder.firstScreens().compactMap { address, screen in
        guard let words = screen.texts.first else { return nil }
        let forms = folder.script.languages.flatMap { language in costly.map { (language, $0) } }
        guard let silent = forms.first(where: { !words.template($0, $1).placeholders.contains(BuiltIn.cost.rawValue) }) else { return nil }
        return Finding(
            .warning, "unsaid-cost", at: words.place(silent.0, silent.1), screen: address.screen,
            what: Bilingual(
                fr: "ce premier écran ne dit pas ce que le service coûte à la personne",
                en: "this first screen does not say what the service costs the person"),
            mend: Bilingual(fr: "écrivez-y {{cost}}", en: "write {{cost}} in it"))
    }
}

extension Channel {
    private static let free: Set = ["", "gratuit", "c'est gratuit", "free", "0"]

    fileprivate var costsThePerson: Bool { cost.values.contains { !Self.free.contains(folded($0)) } }
}

extension Inspection {
    /// The first screens that a dial can show: the start, or what its routes and calls lead to.
    fileprivate func firstScreens() -> [(address: ScreenAddress, screen: Screen)] {
        guard let home = proof.flow.home else { return [] }
        var waiting = [home]
        var seen: Set<Int> = []
        var found: [(address: ScreenAddress, screen: Screen)] = []
        while let node = waiting.popLast() {
            guard seen.insert(node).inserted, let screen = ways.screen(of: node) else { continue }
            switch screen.kind {
            case .route, .call: waiting += ways.successors(of: node)
            case .menu, .page, .question, .review, .end: found.append((ways.nodes[node].screen, screen))
            }
        }
        return found
    }
}
