import Texting

/// Finds the quickest and the slowest way to a goal among the ways that answers allow.
struct PathFinder {
    /// What a way has cost so far.
    struct Path {
        var screens = 0
        var keys = 0
        var parts = 0
        var seconds = 0.0
        var slowest: (screen: ScreenAddress, seconds: Double)
    }

    /// A node with what is known there.
    private struct Standing: Hashable {
        var node: Int
        var key: [UInt64]
    }

    private struct Edge {
        var to: Standing
        var keys: ClosedRange<Int>
    }

    /// What a screen asks of a reader: letters, and the keys that turn its pages.
    private struct Load {
        /// On its first page: who knows the way turns no page, since numbers run through all of them.
        var firstLetters = 0
        var letters = 0
        var pageKeys = 0
        var parts = 0
        var isShown = false
    }

    private let folder: Inspection
    private let channel: Channel
    private var edges: [Standing: [Edge]] = [:]
    private var loads: [Int: Load] = [:]
    private let beginning: Standing?

    init(_ folder: Inspection, _ channel: Channel) {
        self.folder = folder
        self.channel = channel
        let proof = folder.straightProof
        beginning = folder.proof.flow.home.flatMap { home in
            let fresh = folder.domain.fresh()
            let key = proof.stores[home].key(of: fresh, in: folder.domain)
            return proof.stores[home].byKey[key].map { _ in Standing(node: home, key: key) }
        }
        for (node, stores) in proof.stores.enumerated() {
            loads[node] = load(of: node)
            for (key, store) in stores.byKey {
                edges[Standing(node: node, key: key)] = proof.flow.steps(from: node, store).compactMap { step in
                    let keys: ClosedRange<Int>
                    switch step.pace {
                    case .aside: return nil
                    case .atOnce: keys = 0...0
                    case .answered(_, let typed): keys = typed
                    }
                    return Edge(
                        to: Standing(node: step.node, key: proof.stores[step.node].key(of: step.store, in: folder.domain)), keys: keys)
                }
            }
        }
    }

    /// The sign-ups and the call-back that something on the ways does.
    func goals() -> [PathCost.Goal] {
        var goals: [PathCost.Goal] = []
        for action in folder.script.allScreens.flatMap(\.screen.allActions) {
            switch action.kind {
            case .signUp(let id) where folder.signUps[id] != nil && !goals.contains(.signUp(id)): goals.append(.signUp(id))
            case .callback where !goals.contains(.callback): goals.append(.callback)
            default: break
            }
        }
        return goals
    }

    mutating func path(to goal: PathCost.Goal, _ length: PathCost.Length) -> Path? {
        guard let beginning else { return nil }
        switch length {
        case .shortest: return quickest(from: beginning, to: goal)
        case .longest:
            var search = Slowest(finder: self, goal: goal)
            return search.path(from: beginning)
        }
    }

    /// Dijkstra's way, by seconds.
    private func quickest(from beginning: Standing, to goal: PathCost.Goal) -> Path? {
        var best: [Standing: Path] = [beginning: arriving(at: beginning, .shortest, from: nil)]
        var open: Set<Standing> = [beginning]
        while let here = open.min(by: { (best[$0]?.seconds ?? 0) < (best[$1]?.seconds ?? 0) }), let path = best[here] {
            open.remove(here)
            if isGoal(here.node, goal) { return path }
            for edge in edges[here] ?? [] {
                let next = arriving(at: edge.to, .shortest, from: path, keys: edge.keys.lowerBound, leaving: here)
                guard next.seconds < best[edge.to]?.seconds ?? .infinity else { continue }
                best[edge.to] = next
                open.insert(edge.to)
            }
        }
        return nil
    }

    /// The longest way that never comes to the same place twice, as nearly as one look at each place finds it.
    private struct Slowest {
        let finder: PathFinder
        let goal: PathCost.Goal
        private var isOpen: Set<Standing> = []
        /// What lies between a place and the goal.
        private var ahead: [Standing: [(standing: Standing, keys: Int)]?] = [:]

        init(finder: PathFinder, goal: PathCost.Goal) {
            self.finder = finder
            self.goal = goal
        }

        mutating func path(from beginning: Standing) -> Path? {
            guard let way = way(from: beginning) else { return nil }
            return finder.total(from: beginning, way)
        }

        private mutating func way(from here: Standing) -> [(standing: Standing, keys: Int)]? {
            if let known = ahead[here] { return known }
            if finder.isGoal(here.node, goal) { return [] }
            isOpen.insert(here)
            var longest: (way: [(standing: Standing, keys: Int)], seconds: Double)?
            for edge in finder.edges[here] ?? [] where !isOpen.contains(edge.to) {
                guard let rest = way(from: edge.to) else { continue }
                let whole = [(standing: edge.to, keys: edge.keys.upperBound)] + rest
                let seconds = finder.total(from: here, whole).seconds
                if seconds > longest?.seconds ?? -1 { longest = (whole, seconds) }
            }
            isOpen.remove(here)
            ahead[here] = .some(longest?.way)
            return longest?.way
        }
    }

    private func total(from beginning: Standing, _ way: [(standing: Standing, keys: Int)]) -> Path {
        var path = arriving(at: beginning, .longest, from: nil)
        var here = beginning
        for (next, keys) in way {
            path = arriving(at: next, .longest, from: path, keys: keys, leaving: here)
            here = next
        }
        return path
    }

    /// Adds what is read at a place, and what was typed to leave the one before.
    private func arriving(
        at standing: Standing, _ length: PathCost.Length, from path: Path?, keys: Int = 0, leaving previous: Standing? = nil
    ) -> Path {
        let address = folder.ways.nodes[standing.node].screen
        var path = path ?? Path(slowest: (address, 0))
        if let previous, keys > 0 {
            let typed = keys + (length == .longest ? loads[previous.node]?.pageKeys ?? 0 : 0)
            path.keys += typed
            path.seconds += Double(typed) * Pace.secondsAKey
            path.parts += 1
            let stayed = reading(previous.node, length) + Double(typed) * Pace.secondsAKey
            if stayed > path.slowest.seconds { path.slowest = (folder.ways.nodes[previous.node].screen, stayed) }
        }
        if let load = loads[standing.node], load.isShown {
            path.screens += 1
            path.parts += load.parts
            path.seconds += reading(standing.node, length)
        }
        return path
    }

    private func reading(_ node: Int, _ length: PathCost.Length) -> Double {
        guard let load = loads[node] else { return 0 }
        return Double(length == .shortest ? load.firstLetters : load.letters) / Pace.lettersASecond
    }

    private func isGoal(_ node: Int, _ goal: PathCost.Goal) -> Bool {
        (folder.ways.screen(of: node)?.allActions ?? []).contains { action in
            switch (action.kind, goal) {
            case (.signUp(let id), .signUp(let wanted)): id == wanted
            case (.callback, .callback): true
            default: false
            }
        }
    }

    private func load(of node: Int) -> Load {
        let widest = Widest(
            script: folder.script, fields: folder.fields, channel: channel, language: folder.script.source, usualText: Keystrokes.usualText)
        guard let screen = folder.ways.screen(of: node) else { return Load() }
        let options = folder.sets(of: folder.script.offered(by: screen), at: node).max { $0.count < $1.count } ?? []
        var reviewed: [String] = []
        if case .review(let review) = screen.kind { reviewed = folder.reviewed(review, at: node).max { $0.count < $1.count } ?? [] }
        guard
            let shown = widest.shown(
                screen, options: options.map(\.words), reviewed: reviewed, isHome: node == folder.proof.flow.home)
        else { return Load() }
        let pages = pages(of: shown, words: folder.script.words, language: folder.script.source, channel: channel)
        let parts = channel.kind == .sms ? pages.map { MessageSize(sms: $0).parts }.reduce(0, +) : 0
        let pageKeys = (pages.count - 1) * channel.keys.more.count
        return Load(
            firstLetters: pages.first?.count ?? 0, letters: pages.map(\.count).reduce(0, +), pageKeys: max(0, pageKeys), parts: parts,
            isShown: true)
    }
}
