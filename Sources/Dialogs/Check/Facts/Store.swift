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
/// behind the next route by the same answer. Where they become too many they are joined: less is proved then, never something untrue.
struct Stores: Sendable {
    private static let most = 48

    private(set) var byKey: [[UInt64]: Store] = [:]
    private(set) var isJoined = false

    var all: some Sequence<Store> { byKey.values }

    func key(of store: Store, in domain: Domain) -> [UInt64] {
        isJoined ? [] : domain.tested.map { store.masks[$0] }
    }

    /// Adds a store and gives back what has to be followed again; nil where nothing is new.
    mutating func add(_ store: Store, in domain: Domain) -> [UInt64]? {
        let key = key(of: store, in: domain)
        if var known = byKey[key] {
            guard known.join(store) else { return nil }
            byKey[key] = known
            return key
        }
        if byKey.count < Self.most {
            byKey[key] = store
            return key
        }
        var joined = store
        for other in byKey.values { _ = joined.join(other) }
        byKey = [[]: joined]
        isJoined = true
        return []
    }
}
