/// A walk through one screen.
struct Walk {
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
