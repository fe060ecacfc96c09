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

    /// The stores after actions, each of which may change what is known.
    fileprivate func after(_ action: Action, _ store: Store) -> [Store] {
        var store = store
        func set(_ other: Domain.Other, to mask: (Domain.Variable) -> UInt64) {
            guard let index = domain.index(of: other) else { return }
            store.masks[index] = mask(domain.variables[index])
        }
        switch action.kind {
        case .signUp(let id):
            set(.reference) { $0.given & ~$0.rest }
            set(.signedUp(id)) { $0.mask(of: "true") }
        case .load(let id):
            set(.loaded(signUp: id)) { $0.mask(of: "given") }
            guard let signUp = signUps[id] else { break }
            for field in signUp.fields {
                guard let index = domain.index(of: field.id) else { continue }
                let variable = domain.variables[index]
                let before = stored[id]?.masks[index] ?? variable.given
                // What was skipped is not kept, so it comes back as missing.
                store.masks[index] = before & variable.given | (before & ~variable.given == 0 ? 0 : Domain.missing)
            }
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

/// A walk through one screen.
private struct Walk {
    let flow: Flow
    let node: Int
    let dialog: String
    let report: (Event, Store) -> Void
    var onward: [Onward] = []

    var domain: Domain { flow.domain }

    mutating func act(_ actions: [Action], on stores: [Store]) -> [Store] {
        actions.reduce(stores) { stores, action in
            stores.flatMap { store in
                tell(action, store)
                return flow.after(action, store)
            }
        }
    }

    /// Words that name nothing need nothing.
    private func show(_ words: Words, _ store: Store) {
        if words.namesSomething { report(.shows(words), store) }
    }

    private func tell(_ action: Action, _ store: Store) {
        switch action.kind {
        case .signUp(let id): report(.signUp(id, action.place), store)
        case .load(let id): report(.load(id, action.place), store)
        case .callback(let field), .language(let field): report(.needs(field: field, action.idPlace ?? action.place), store)
        case .erase: report(.erase(action.place), store)
        case .send(let id): flow.script.message(id, for: dialog).map { show($0, store) }
        case .remind(let id): flow.script.reminder(id, for: dialog).map { show($0.say, store) }
        case .close, .cancel, .set, .forget, .newContact, .optOut, .optIn: break
        }
    }

    mutating func pass(_ screen: Screen, _ store: Store) {
        switch screen.kind {
        case .menu(let say, let options):
            show(say, store)
            for (number, option) in options.enumerated() {
                let keys = Keystrokes.ofOption(number)
                let shown = domain.refined([store], by: option.when, holds: true)
                for store in shown { show(option.words, store) }
                for store in act(option.actions, on: shown) { leave(to: option.next, store, keys: keys, waited: true) }
            }
            goHome(store)
        case .page(let say, let next):
            show(say, store)
            leave(to: next, store, keys: 1...1, waited: true)
            goHome(store)
        case .question(let question): ask(question, store)
        case .review(let review):
            show(review.say, store)
            show(review.accept, store)
            leave(to: review.next, store, keys: Keystrokes.ofOption(review.fields.count), waited: true)
            askAgain(review, store)
            goHome(store)
        case .route(let route):
            var rest = [store]
            for way in route.cases {
                for store in domain.refined(rest, by: way.when, holds: true) { leave(to: way.next, store, waited: false) }
                rest = domain.refined(rest, by: way.when, holds: false)
            }
            for store in rest { leave(to: route.otherwise, store, waited: false) }
        case .call(let target, _): leave(to: target, store, waited: false)
        case .end(let words): show(words, store)
        }
    }

    private mutating func ask(_ question: Question, _ store: Store) {
        guard let index = domain.index(of: question.save.id) else { return }
        let variable = domain.variables[index]
        var asked: Store? = store
        if question.known == .skip {
            // What is known is passed over in the same turn; only who has no answer yet is asked.
            let valid = variable.given | (question.optional == nil ? 0 : Domain.skipped)
            var known = store
            known.masks[index] &= valid
            if known.masks[index] != 0 { answer(question, index, from: known, within: known.masks[index], waited: false) }
            var unknown = store
            unknown.masks[index] &= ~variable.given
            asked = unknown.masks[index] == 0 ? nil : unknown
        }
        guard let asked else { return }
        for words in [question.ask, question.hint, question.optional].compactMap({ $0 }) { show(words, asked) }
        if let followUp = flow.script.dialogs[dialog]?.continueBySMS { show(followUp.say, asked) }
        if let nudge = flow.script.dialogs[dialog]?.nudge { show(nudge.say, asked) }
        if let title = flow.script.dialogs[dialog]?.title { show(title, asked) }
        goHome(asked)
        answer(question, index, from: asked, within: variable.given | Domain.skipped, waited: true)
    }

    /// Every answer that the question takes, if it is among the cases of `mask`.
    private mutating func answer(_ question: Question, _ index: Int, from store: Store, within mask: UInt64, waited: Bool) {
        let variable = domain.variables[index]
        // What was known before is left as it was given.
        func save(_ mask: UInt64, _ refined: Store? = nil) -> Store {
            waited ? saving(mask, index, of: question, refined ?? store) : saving(mask, index, refined ?? store)
        }
        if question.optional != nil, let target = question.next.ofSkipping, mask & Domain.skipped != 0 {
            leave(to: target, save(Domain.skipped), keys: question.optionalKeys(in: flow.script), waited: waited)
        }
        guard case .choice(let choices) = question.expect, choices.several == nil else {
            guard let target = question.next.ofAnyAnswer, mask & variable.given != 0 else { return }
            leave(to: target, proving(question, save(mask & variable.given)), keys: question.keys(in: flow.script), waited: waited)
            return
        }
        let offered = flow.script.choices(of: choices.source)
        var unconditional: [Target: (mask: UInt64, keys: ClosedRange<Int>)] = [:]
        for (number, choice) in offered.enumerated() {
            let keys = question.keys(ofChoice: number, in: flow.script)
            let case_ = variable.mask(of: choice.id) & mask
            guard let target = question.next.target(of: choice.id), case_ != 0 else { continue }
            if let when = choice.when {
                for store in domain.refined(store, by: when, holds: true) {
                    if waited { show(choice.words, store) }
                    leave(to: target, save(case_, store), keys: keys, waited: waited)
                }
            } else {
                if waited { show(choice.words, store) }
                let soFar = unconditional[target]
                unconditional[target] = (case_ | (soFar?.mask ?? 0), keys.widened(by: soFar?.keys))
            }
        }
        for (target, open) in unconditional { leave(to: target, save(open.mask), keys: open.keys, waited: waited) }
    }

    private func saving(_ mask: UInt64, _ index: Int, _ store: Store) -> Store {
        var store = store
        store.masks[index] = mask
        return store
    }

    /// The same for an answer that a person gave to a question.
    private func saving(_ mask: UInt64, _ index: Int, of question: Question, _ store: Store) -> Store {
        var store = saving(mask, index, store)
        if let agreed = domain.index(of: .agreed(field: question.save.id)) {
            store.masks[agreed] = mask & domain.variables[index].given == 0 ? Domain.missing : domain.variables[agreed].mask(of: "given")
        }
        return store
    }

    private func proving(_ question: Question, _ store: Store) -> Store {
        guard case .reference(let signUp) = question.expect else { return store }
        var store = store
        for other in [Domain.Other.reference, .proven(signUp: signUp)] {
            if let index = domain.index(of: other) { store.masks[index] = domain.variables[index].mask(of: "given") }
        }
        return store
    }

    /// A review's question is asked again, and the dialog that the person is in is walked anew from its start with the new answer.
    private mutating func askAgain(_ review: Review, _ store: Store) {
        guard flow.home != nil else { return }
        let here = flow.ways.nodes[node]
        let dialog = here.calls.first?.dialog ?? here.screen.dialog
        guard let start = flow.script.dialogs[dialog]?.start,
            let restart = flow.ways.index[Node(calls: [], screen: ScreenAddress(dialog: dialog, screen: start))]
        else { return }
        for field in review.fields {
            guard let index = domain.index(of: field.id) else { continue }
            let mayBeSkipped = flow.fields[field.id]?.questions.contains { $0.question.optional != nil } ?? false
            let again = saving(domain.variables[index].given | (mayBeSkipped ? Domain.skipped : 0), index, store)
            arrive(restart, again, pace: .aside)
        }
    }

    private mutating func leave(to target: Target, _ store: Store, keys: ClosedRange<Int> = 0...0, waited: Bool) {
        guard let next = flow.ways.landings[node][target] else { return }
        arrive(next, store, pace: waited ? .answered(target, keys: keys) : .atOnce(target))
    }

    /// From wherever a conversation waits, `00` leads to the start, and the answers stay.
    private mutating func goHome(_ store: Store) {
        if let home = flow.home, home != node { arrive(home, store, pace: .aside) }
    }

    private mutating func arrive(_ next: Int, _ store: Store, pace: Onward.Pace) {
        var store = store
        if !pace.isAtOnce {
            // Between two turns a conversation may have changed its channel.
            for other in [Domain.Other.channel, .network] {
                if let index = domain.index(of: other) { store.masks[index] = domain.variables[index].given }
            }
        }
        onward.append(Onward(node: next, store: store, pace: pace))
    }
}
