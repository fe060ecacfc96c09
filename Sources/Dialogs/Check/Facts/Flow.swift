/// One step from a node to the next, with what is known then.
struct Onward: Sendable {
    enum Pace: Sendable {
        /// The person answered in between, with so many keys, and went on by this target.
        case answered(Target?, keys: ClosedRange<Int>)
        /// The person went aside: to the start, or to an answer to be corrected.
        case aside
        /// In the same turn, by this target.
        case atOnce(Target)

        var isAtOnce: Bool { if case .atOnce = self { true } else { false } }
    }

    var node: Int
    var store: Store
    var pace: Pace
}

/// What follows at a node from what is known when a conversation comes to it.
struct Flow: Sendable {
    let script: Script
    let ways: Ways
    let domain: Domain
    let fields: [String: FieldFacts]
    let signUps: [String: SignUp]
    /// Where `00` leads; nil where what a person does beside the way is left out.
    var home: Int?
    /// What a loaded sign-up's fields can be: what they were wherever it was stored.
    var stored: [String: Store] = [:]

    func steps(from node: Int, _ store: Store, report: @escaping (Event, Store) -> Void = { _, _ in }) -> [Onward] {
        guard let screen = ways.screen(of: node) else { return [] }
        let dialog = ways.nodes[node].screen.dialog
        var walk = Walk(flow: self, node: node, dialog: dialog, report: report)
        let arrived = walk.act(screen.actions, on: [store])
        for store in arrived { walk.pass(screen, store) }
        return walk.onward
    }
}
