/// What each answer can be where a conversation stands: for each variable of the domain the cases that are possible.
struct Store: Hashable, Sendable {
    var masks: [UInt64]

    /// What is possible in either.
    mutating func join(_ other: Store) -> Bool {
        var changed = false
        for index in masks.indices {
            let sum = masks[index] | other.masks[index]
            if sum != masks[index] {
                masks[index] = sum
                changed = true
            }
        }
        return changed
    }
}

/// The stores that are kept apart at one node.
///
/// Stores that differ in an answer that conditions look at stay apart, so that what was asked on one branch of a route is still known
/// behind the next route by the same answer. Where they become too many, those are joined that differ only in where a question led, then
/// those in which the same was agreed to and proved, and at last all: less is proved then, never something untrue.
struct Stores: Sendable {
    private static let most = 48

    private(set) var byKey: [[UInt64]: Store] = [:]
    private var apart = Domain.Apart.byBranches

    var all: some Sequence<Store> { byKey.values }

    func key(of store: Store, in domain: Domain) -> [UInt64] {
        domain.keyed(apart).map { store.masks[$0] }
    }

    /// Adds a store and gives back what has to be followed again; nil where nothing is new.
    mutating func add(_ store: Store, in domain: Domain) -> [UInt64]? {
        let key = key(of: store, in: domain)
        if var known = byKey[key] {
            guard known.join(store) else { return nil }
            byKey[key] = known
            return key
        }
        if byKey.count < Self.most || apart == .never {
            byKey[key] = store
            return key
        }
        apart = apart.coarser
        let others = byKey.values
        byKey = [:]
        for other in others { _ = add(other, in: domain) }
        _ = add(store, in: domain)
        return self.key(of: store, in: domain)
    }
}
