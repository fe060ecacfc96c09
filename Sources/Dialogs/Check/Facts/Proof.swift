/// What is known at every node, whichever way a conversation came there: the least that holds on all paths.
struct Proof: Sendable {
    private(set) var stores: [Stores]
    private(set) var flow: Flow

    init(_ flow: Flow) {
        self.flow = flow
        stores = [Stores](repeating: Stores(), count: flow.ways.nodes.count)
        var waiting: [Pending] = []
        for (node, store) in Self.beginnings(of: flow) { add(store, at: node, to: &waiting) }
        while let next = waiting.popLast() {
            // Joined away in the meantime: what it was joined into waits too.
            guard let store = stores[next.node].byKey[next.key] else { continue }
            var signedUp: [String: Store] = [:]
            let onward = self.flow.steps(from: next.node, store) { event, store in
                if case .signUp(let id, _) = event { signedUp[id] = store }
            }
            for step in onward { add(step.store, at: step.node, to: &waiting) }
            for (id, store) in signedUp where remember(store, for: id) {
                waiting += Self.loaders(of: id, in: flow.ways).flatMap { node in
                    stores[node].byKey.keys.map { Pending(node: node, key: $0) }
                }
                for (node, store) in Self.openings(of: flow, about: id) { add(store, at: node, to: &waiting) }
            }
        }
    }

    /// What happens at every node with all that is known there, once everything is known.
    func happenings() -> [Happening] {
        var happenings: [Happening] = []
        for node in stores.indices {
            for store in stores[node].all {
                _ = flow.steps(from: node, store) { happenings.append(Happening(node: node, event: $0, store: $1)) }
            }
        }
        return happenings
    }

    private struct Pending {
        var node: Int
        var key: [UInt64]
    }

    private mutating func add(_ store: Store, at node: Int, to waiting: inout [Pending]) {
        if let key = stores[node].add(store, in: flow.domain) { waiting.append(Pending(node: node, key: key)) }
    }

    /// Whether a later `load` brings back something new.
    private mutating func remember(_ store: Store, for signUp: String) -> Bool {
        guard var known = flow.stored[signUp] else {
            flow.stored[signUp] = store
            return true
        }
        guard known.join(store) else { return false }
        flow.stored[signUp] = known
        return true
    }

    private static func loaders(of signUp: String, in ways: Ways) -> [Int] {
        ways.nodes.indices.filter { ways.screen(of: $0)?.allActions.contains { $0.kind == .load(signUp) } ?? false }
    }

    /// What is known where a conversation begins: nothing, but for what opened it.
    private static func beginnings(of flow: Flow) -> [(node: Int, store: Store)] {
        let script = flow.script
        let fresh = flow.domain.fresh()
        func node(_ address: ScreenAddress) -> Int? { flow.ways.index[Node(calls: [], screen: address)] }
        var begun: [(node: Int, store: Store)] = []
        if let dialog = script.dialogs[script.start], let start = node(ScreenAddress(dialog: script.start, screen: dialog.start)) {
            begun.append((start, fresh))
        }
        for entry in script.keywordEntries {
            guard let dialog = script.dialogs[entry.dialog],
                let start = node(ScreenAddress(dialog: entry.dialog, screen: dialog.start))
            else { continue }
            var store = fresh
            // The rest of a keyword's message is tried on this question, and then the dialog is walked from its start.
            if let field = script.screen(at: entry.address)?.question?.save.id, entry.address.screen != dialog.start,
                let index = flow.domain.index(of: field)
            {
                store.masks[index] |= flow.domain.variables[index].given
            }
            begun.append((start, store))
        }
        return begun + Set(script.openings.map(\.signUp)).sorted().flatMap { openings(of: flow, about: $0) }
    }

    /// An answer to a reminder comes with the sign-up that it is about.
    private static func openings(of flow: Flow, about signUp: String) -> [(node: Int, store: Store)] {
        flow.script.openings.filter { $0.signUp == signUp }.compactMap { opening in
            guard let opened = flow.ways.index[Node(calls: [], screen: opening.address)] else { return nil }
            var store = flow.loading(signUp, into: flow.domain.fresh())
            if let index = flow.domain.index(of: .reference) { store.masks[index] = flow.domain.variables[index].mask(of: "given") }
            return (opened, store)
        }
    }
}
