/// A quarter of the registrations begun are never finished: every question counts.
@Sendable func longRegistrations(_ folder: Inspection) -> [Finding] {
    let mostQuestions = 8
    let longest = folder.mostQuestionsBefore()
    var found: [Place: (id: String, count: Int, screen: String)] = [:]
    for node in folder.ways.nodes.indices {
        guard let screen = folder.ways.screen(of: node), let count = longest[node] else { continue }
        for action in screen.allActions {
            guard case .signUp(let id) = action.kind, count > found[action.place]?.count ?? mostQuestions else { continue }
            found[action.place] = (id, count, screen.id)
        }
    }
    return found.map { place, sign in
        Finding(
            .warning, "long-registration", at: place, screen: sign.screen,
            what: Bilingual(
                fr: "jusqu'à \(sign.count) questions avant l'inscription « \(sign.id) »",
                en: "up to \(sign.count) questions before the sign-up \"\(sign.id)\""),
            mend: Bilingual(
                fr: "au plus \(mostQuestions) : posez-en moins, ou après l'inscription",
                en: "at most \(mostQuestions): ask fewer, or after the sign-up"))
    }
}

extension Inspection {
    /// The most questions that one can be asked on the way to a node, without going in a circle; nil where it is not on a way from the
    /// start, nor from another beginning.
    fileprivate func mostQuestionsBefore() -> [Int: Int] {
        let circular = circularSteps()
        var before = [[Int]](repeating: [], count: ways.nodes.count)
        for node in ways.nodes.indices {
            for next in Set(ways.successors(of: node)) where !circular.contains(Step(from: node, to: next)) { before[next].append(node) }
        }
        var counts: [Int: Int] = [:]
        func count(_ node: Int) -> Int {
            if let known = counts[node] { return known }
            let longest = before[node].map { count($0) + (ways.screen(of: $0)?.question == nil ? 0 : 1) }.max() ?? 0
            counts[node] = longest
            return longest
        }
        for node in ways.nodes.indices { _ = count(node) }
        return counts
    }

    private struct Step: Hashable {
        var from: Int
        var to: Int
    }

    /// The steps that lead back to where one already was, seen from the beginnings on.
    private func circularSteps() -> Set<Step> {
        var circular: Set<Step> = []
        var isOpen: Set<Int> = []
        var done: Set<Int> = []
        func follow(_ node: Int) {
            isOpen.insert(node)
            for target in ways.screen(of: node)?.targets ?? [] {
                guard let next = ways.landings[node][target] else { continue }
                if isOpen.contains(next) {
                    circular.insert(Step(from: node, to: next))
                } else if !done.contains(next) {
                    follow(next)
                }
            }
            isOpen.remove(node)
            done.insert(node)
        }
        for entry in script.entries {
            guard let node = ways.index[Node(calls: [], screen: entry)], !done.contains(node) else { continue }
            follow(node)
        }
        return circular
    }
}
