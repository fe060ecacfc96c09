extension Flow {
    /// What is known where a sign-up's answers have come into the conversation.
    func loading(_ id: String, into store: Store) -> Store {
        var store = store
        if let index = domain.index(of: .loaded(signUp: id)) { store.masks[index] = domain.variables[index].mask(of: "given") }
        for field in signUps[id]?.fields ?? [] {
            guard let index = domain.index(of: field.id) else { continue }
            let variable = domain.variables[index]
            let before = stored[id]?.masks[index] ?? variable.given
            // What was skipped is not kept, so it comes back as missing.
            store.masks[index] = before & variable.given | (before & ~variable.given == 0 ? 0 : Domain.missing)
        }
        return store
    }

    /// What is known after an action.
    func after(_ action: Action, _ store: Store) -> [Store] {
        var store = store
        func set(_ other: Domain.Other, to mask: (Domain.Variable) -> UInt64) {
            guard let index = domain.index(of: other) else { return }
            store.masks[index] = mask(domain.variables[index])
        }
        switch action.kind {
        case .signUp(let id):
            set(.reference) { $0.given & ~$0.rest }
            set(.signedUp(id)) { $0.mask(of: "true") }
        case .load(let id): store = loading(id, into: store)
        case .set(let values):
            for (field, id) in values {
                guard let index = domain.index(of: field) else { continue }
                store.masks[index] = domain.variables[index].mask(of: id)
                set(.agreed(field: field)) { _ in Domain.missing }
            }
        case .language: set(.language, to: \.given)
        case .forget:
            for index in 0..<domain.fieldCount { store.masks[index] = Domain.missing }
            for (id, signUp) in signUps {
                set(.proven(signUp: id)) { _ in Domain.missing }
                set(.loaded(signUp: id)) { _ in Domain.missing }
                if let field = signUp.consentField { set(.agreed(field: field)) { _ in Domain.missing } }
            }
        case .optOut: set(.optedOut) { $0.mask(of: "true") }
        case .optIn: set(.optedOut) { $0.given & ~$0.mask(of: "true") | Domain.missing }
        case .newContact:
            set(.reference) { _ in Domain.missing }
            for id in signUps.keys {
                set(.signedUp(id)) { $0.given | Domain.missing }
                set(.proven(signUp: id)) { _ in Domain.missing }
                set(.loaded(signUp: id)) { _ in Domain.missing }
            }
        case .erase:
            // Where something was erased, the conversation's answers went with it.
            for index in 0..<domain.fieldCount { store.masks[index] |= Domain.missing }
            set(.reference) { _ in Domain.missing }
            for id in signUps.keys {
                set(.signedUp(id)) { $0.given | Domain.missing }
                set(.proven(signUp: id)) { _ in Domain.missing }
                set(.loaded(signUp: id)) { _ in Domain.missing }
            }
        case .close, .send, .remind, .cancel, .callback: break
        }
        return [store]
    }
}
