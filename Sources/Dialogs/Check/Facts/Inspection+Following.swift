/// Following one set of answers onward from where it stands.
extension Inspection {
    enum Look {
        case found, goOn, stop
    }

    /// Whether something is found on one of the ways that these answers allow, without going aside to the start or to a correction.
    func finds(from node: Int, _ store: Store, where look: (Screen, Store) -> Look) -> Bool {
        var seen: [Int: Stores] = [:]
        var waiting = [(node: node, store: store)]
        while let (node, store) = waiting.popLast() {
            guard let screen = ways.screen(of: node), seen[node, default: Stores()].add(store, in: domain) != nil else { continue }
            switch look(screen, store) {
            case .found: return true
            case .stop: continue
            case .goOn: break
            }
            for step in proof.flow.steps(from: node, store) {
                if case .aside = step.pace { continue }
                waiting.append((step.node, step.store))
            }
        }
        return false
    }

    /// All that is known at a screen, by node.
    func standings(at address: ScreenAddress) -> [(node: Int, store: Store)] {
        nodes(of: address).flatMap { node in proof.stores[node].all.map { (node, $0) } }
    }

    func nodes(of address: ScreenAddress) -> [Int] {
        ways.nodes.indices.filter { ways.nodes[$0].screen == address }
    }
}
