/// Every node that a conversation can come to, and the steps between them, without regard to conditions.
struct Ways: Sendable {
    /// Calls inside calls; one more is a finding.
    static let deepest = 8
    /// A guard against scripts whose calls branch without end; no dialog of people comes near it.
    static let mostNodes = 20_000

    private(set) var nodes: [Node] = []
    private(set) var index: [Node: Int] = [:]
    /// Where each target of a node leads; a target that leads nowhere is missing.
    private(set) var landings: [[Target: Int]] = []
    /// The call that closes each circle of calls, by the calls of the circle.
    private(set) var recursiveCalls: [Set<ScreenAddress>: Target] = [:]
    private(set) var deepCalls: Set<Target> = []

    let script: Script

    init(_ script: Script, from entries: [ScreenAddress]) {
        self.script = script
        for entry in entries where script.screen(at: entry) != nil { _ = number(Node(calls: [], screen: entry)) }
        var done = 0
        while done < nodes.count {
            follow(done)
            done += 1
        }
    }

    func screen(of node: Int) -> Screen? { script.screen(at: nodes[node].screen) }

    func successors(of node: Int) -> some Sequence<Int> { landings[node].values }

    /// The nodes from which a step leads to each node.
    func predecessors() -> [[Int]] {
        var result = [[Int]](repeating: [], count: nodes.count)
        for (node, landing) in landings.enumerated() {
            for next in Set(landing.values) { result[next].append(node) }
        }
        return result
    }

    private mutating func number(_ node: Node) -> Int {
        if let known = index[node] { return known }
        index[node] = nodes.count
        nodes.append(node)
        landings.append([:])
        return nodes.count - 1
    }

    private mutating func follow(_ number: Int) {
        guard nodes.count < Self.mostNodes, let screen = screen(of: number) else { return }
        let node = nodes[number]
        for target in screen.targets {
            var landing: Node?
            if case .call = screen.kind {
                landing = called(target, from: node)
            } else {
                landing = self.landing(of: target, from: node)
            }
            if let landing { landings[number][target] = self.number(landing) }
        }
    }

    private mutating func called(_ target: Target, from node: Node) -> Node? {
        guard let address = script.nearestAddress(of: target, in: node.screen.dialog) else { return nil }
        if let first = node.calls.firstIndex(of: node.screen) {
            let circle = Set(node.calls[first...])
            if recursiveCalls[circle] == nil, let last = node.calls.last, case .call(let closing, _)? = script.screen(at: last)?.kind {
                recursiveCalls[circle] = closing
            }
            return nil
        }
        if node.calls.count == Self.deepest {
            deepCalls.insert(target)
            return nil
        }
        return Node(calls: node.calls + [node.screen], screen: address)
    }

    private func landing(of target: Target, from node: Node) -> Node? {
        guard target.destination == .back else {
            return script.nearestAddress(of: target, in: node.screen.dialog).map { Node(calls: node.calls, screen: $0) }
        }
        guard let site = node.calls.last, case .call(_, let next)? = script.screen(at: site)?.kind else { return nil }
        let caller = Node(calls: node.calls.dropLast(), screen: site)
        return landing(of: next ?? target, from: caller)
    }
}

extension Script {
    /// The address that a target means, or, where it dangles, the one that its author most likely means, so that one slip is one finding.
    func nearestAddress(of target: Target, in dialog: String) -> ScreenAddress? {
        guard let name = nearestDialog(of: target, in: dialog), let found = dialogs[name] else { return nil }
        let screen: String
        switch target.destination {
        case .screen(let id): screen = id
        case .address(let address): screen = address.screen
        case .start: screen = found.start
        case .back: return nil
        }
        if found.screens[screen] != nil { return ScreenAddress(dialog: name, screen: screen) }
        return nearest(to: screen, among: found.screens.keys).map { ScreenAddress(dialog: name, screen: $0) }
    }

    private func nearestDialog(of target: Target, in dialog: String) -> String? {
        let name: String
        switch target.destination {
        case .screen, .back: name = dialog
        case .address(let address): name = address.dialog
        case .start(let other): name = other
        }
        return dialogs[name] != nil ? name : nearest(to: name, among: dialogs.keys)
    }
}
