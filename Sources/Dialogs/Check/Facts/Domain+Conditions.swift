import Foundation

extension Domain {
    /// What is left of a store where a condition holds, or does not; several stores where it can come about in several ways.
    func refined(_ store: Store, by condition: Condition, holds: Bool) -> [Store] {
        switch condition {
        case .all(let parts): all(parts, in: store, hold: holds)
        case .any(let parts): all(parts.map(Condition.not), in: store, hold: !holds)
        case .not(let part): refined(store, by: part, holds: !holds)
        case .answer(let field, let test): refined(store, by: test, of: field.id, holds: holds)
        case .channel(let kind): narrowed(store, .channel, to: [kind.rawValue], holds: holds)
        case .language(let languages): narrowed(store, .language, to: languages.map(\.rawValue), holds: holds)
        case .network(let names): narrowed(store, .network, to: names, holds: holds)
        case .signedUp(let id, _): narrowed(store, .signedUp(id), to: ["true"], holds: holds)
        case .optedOut(let isOut): narrowed(store, .optedOut, to: ["true"], holds: holds == isOut)
        }
    }

    func refined(_ stores: [Store], by condition: Condition?, holds: Bool) -> [Store] {
        guard let condition else { return holds ? stores : [] }
        return stores.flatMap { refined($0, by: condition, holds: holds) }
    }

    private func all(_ parts: [Condition], in store: Store, hold: Bool) -> [Store] {
        var soFar = [store]
        var failed: [Store] = []
        for part in parts {
            if !hold { failed += refined(soFar, by: part, holds: false) }
            soFar = refined(soFar, by: part, holds: true)
        }
        return hold ? soFar : failed
    }

    private func narrowed(_ store: Store, _ other: Other, to ids: [String], holds: Bool) -> [Store] {
        guard let index = index(of: other) else { return [store] }
        let variable = variables[index]
        let yes = ids.reduce(0) { $0 | variable.mask(of: $1) }
        return narrowed(store, index, to: holds ? yes : ~yes)
    }

    private func narrowed(_ store: Store, _ index: Int, to mask: UInt64) -> [Store] {
        var store = store
        store.masks[index] &= mask
        return store.masks[index] == 0 ? [] : [store]
    }

    private func refined(_ store: Store, by test: Condition.Test, of field: String, holds: Bool) -> [Store] {
        // A field that nothing saves is a finding of its own; here it is simply never answered.
        guard let index = index(of: field) else { return holds ? [] : [store] }
        let variable = variables[index]
        let possible = variable.whereTrue(test)
        // Where a case can be either, it stays on both sides.
        let certain = variable.isSharp(test) ? possible : 0
        return narrowed(store, index, to: holds ? possible : ~certain)
    }
}

extension Domain.Variable {
    /// Whether each case answers the test for sure.
    fileprivate func isSharp(_ test: Condition.Test) -> Bool {
        switch test {
        case .given: true
        case .oneOf(let ids): isChoice && ids.allSatisfy { atoms[$0] != nil }
        case .atLeast(let bound), .atMost(let bound): bounds.contains(bound)
        case .before, .after: false
        }
    }

    /// The cases in which the test can be true.
    fileprivate func whereTrue(_ test: Condition.Test) -> UInt64 {
        switch test {
        case .given(true): given
        case .given(false): Domain.missing | Domain.skipped
        case .oneOf(let ids): isChoice ? ids.reduce(0) { $0 | mask(of: $1) } & given : given
        case .atLeast(let bound):
            bounds.contains(bound) ? stretches(at: { $0 >= bound }, above: { $0 >= bound }) : given
        case .atMost(let bound):
            bounds.contains(bound) ? stretches(at: { $0 <= bound }, above: { $0 < bound }) : given
        case .before, .after: given
        }
    }

    /// - Parameters:
    ///   - fits: whether a number itself fits.
    ///   - fitsAbove: whether what lies above one of the bounds, up to the next, fits.
    private func stretches(at fits: (Decimal) -> Bool, above fitsAbove: (Decimal) -> Bool) -> UInt64 {
        guard let first = bounds.first else { return given }
        // Cases in order: below the first bound, then each bound and what lies above it.
        var bit = Domain.firstGiven
        var mask = fits(first - 1) ? bit : 0
        for bound in bounds {
            bit <<= 1
            if fits(bound) { mask |= bit }
            bit <<= 1
            if fitsAbove(bound) { mask |= bit }
        }
        return mask
    }
}
