/// Routes and calls come to a screen that waits, after at most 64 of them.
@Sendable func endlessRoutes(_ folder: Inspection) -> [Finding] {
    var search = TurnSearch(folder)
    search.run()
    return search.findings
}

/// Follows what happens within one turn, for each set of answers that is known to be possible there: a circle that some answers exclude
/// is none.
private struct TurnSearch {
    let folder: Inspection
    var findings: [Finding] = []
    private var lengths: [Standing: Int] = [:]
    private var isOpen: Set<Standing> = []
    private var told: Set<ScreenAddress> = []

    struct Standing: Hashable {
        var node: Int
        var key: [UInt64]
    }

    init(_ folder: Inspection) { self.folder = folder }

    mutating func run() {
        for (node, stores) in folder.proof.stores.enumerated() {
            for key in stores.byKey.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                _ = length(from: Standing(node: node, key: key))
            }
        }
    }

    /// How many routes and calls follow one another from here before something waits.
    private mutating func length(from here: Standing) -> Int {
        if let known = lengths[here] { return known }
        guard let screen = folder.ways.screen(of: here.node), let store = folder.proof.stores[here.node].byKey[here.key] else { return 0 }
        isOpen.insert(here)
        var longest = 0
        for step in folder.proof.flow.steps(from: here.node, store) {
            guard case .atOnce(let target) = step.pace else { continue }
            let next = Standing(node: step.node, key: folder.proof.stores[step.node].key(of: step.store, in: folder.domain))
            if isOpen.contains(next) {
                tellCircle(
                    written(target, at: here.node), from: folder.ways.nodes[here.node].screen, to: folder.ways.nodes[next.node].screen)
            } else {
                longest = max(longest, length(from: next))
            }
        }
        isOpen.remove(here)
        let own = screen.isRouteOrCall ? 1 : 0
        if own == 1, longest == Script.mostHops { tellLong(screen, at: folder.ways.nodes[here.node].screen) }
        lengths[here] = longest + own
        return longest + own
    }

    /// Behind a `return` the way goes on where the call says.
    private func written(_ target: Target, at node: Int) -> Target {
        guard target.destination == .back, let site = folder.ways.nodes[node].calls.last,
            case .call(_, let next?)? = folder.script.screen(at: site)?.kind
        else { return target }
        return next
    }

    private mutating func tellCircle(_ target: Target, from here: ScreenAddress, to first: ScreenAddress) {
        guard told.insert(here).inserted else { return }
        findings.append(
            Finding(
                .error, "endless-routes", at: target.place, screen: here.screen,
                what: Bilingual(
                    fr: "d'ici on revient à « \(first.screen) » sans qu'aucun écran n'attende une réponse",
                    en: "from here one comes back to \"\(first.screen)\" without any screen that waits for an answer"),
                mend: Bilingual(fr: "menez à une question, à un menu ou à une fin", en: "lead to a question, a menu or an end")))
    }

    private mutating func tellLong(_ screen: Screen, at address: ScreenAddress) {
        guard told.insert(address).inserted else { return }
        findings.append(
            Finding(
                .error, "too-many-routes", at: screen.place, screen: address.screen,
                what: Bilingual(
                    fr:
                        "plus de \(Script.mostHops) « route » et « call » se suivent à partir d'ici sans qu'aucun écran n'attende une réponse",
                    en:
                        "more than \(Script.mostHops) routes and calls follow one another from here without any screen that waits for an answer"
                ),
                mend: Bilingual(fr: "réunissez-les, ou placez un écran entre eux", en: "join them, or put a screen between them")))
    }
}

extension Screen {
    fileprivate var isRouteOrCall: Bool {
        switch kind {
        case .route, .call: true
        case .menu, .page, .question, .review, .end: false
        }
    }
}
