/// Which of several options are shown together.
extension Inspection {
    /// Sets looked at for one screen; beyond them the rest is taken for seen.
    private static let mostSets = 64

    /// Every set of options that some answers show together, without those that are part of a larger one.
    func sets(of offered: [Offered], at node: Int) -> [[Offered]] {
        guard offered.contains(where: { $0.when != nil }) else { return [offered] }
        var sets: Set<[Int]> = []
        for store in proof.stores[node].all where sets.count < Self.mostSets {
            extend([], with: 0, of: offered, in: [store], into: &sets)
        }
        let largest = sets.filter { set in !sets.contains { $0.count > set.count && Set(set).isSubset(of: $0) } }
        return largest.sorted { $0.lexicographicallyPrecedes($1) }.map { $0.map { offered[$0] } }
    }

    private func extend(_ chosen: [Int], with next: Int, of offered: [Offered], in stores: [Store], into sets: inout Set<[Int]>) {
        guard !stores.isEmpty, sets.count < Self.mostSets else { return }
        guard next < offered.count else {
            sets.insert(chosen)
            return
        }
        let shown = domain.refined(stores, by: offered[next].when, holds: true)
        extend(chosen + [next], with: next + 1, of: offered, in: shown, into: &sets)
        let hidden = domain.refined(stores, by: offered[next].when, holds: false)
        extend(chosen, with: next + 1, of: offered, in: hidden, into: &sets)
    }
}

extension Inspection {
    /// The fields that can have an answer together where a review is.
    func reviewed(_ review: Review, at node: Int) -> [[String]] {
        let sets = straightProof.stores[node].all.map { store in
            review.fields.map(\.id).filter { field in
                domain.index(of: field).map { store.masks[$0] & ~Domain.missing != 0 } ?? false
            }
        }
        return Array(Set(sets))
    }
}

extension Script {
    /// The options of a menu, or the choices of a question that shows them.
    func offered(by screen: Screen) -> [Offered] {
        switch screen.kind {
        case .menu(_, let options): options.map { Offered(id: $0.id, place: $0.place, words: $0.words, when: $0.when) }
        case .question(let question):
            if case .choice(let choices) = question.expect {
                self.choices(of: choices.source).map { Offered(id: $0.id, place: $0.place, words: $0.words, when: $0.when) }
            } else {
                []
            }
        case .page, .review, .route, .call, .end: []
        }
    }
}
