/// From screen to screen, up to one that waits or ends.
extension Walker {
    mutating func go(to target: Target, from frame: Frame) {
        walk(script.arrival(of: target, from: frame))
    }

    /// To the start dialog; answers stay.
    mutating func goHome() {
        guard let home = script.home else { return close() }
        forgetTold()
        isGoingHome = true
        pace = .stepping
        walk(.at(home))
        isGoingHome = false
    }

    mutating func walk(_ first: Script.Arrival) {
        var arrival = first
        while said?.ends != true {
            switch arrival {
            case .lost: return close()
            case .bottom:
                guard hop(), let home = script.home else { return close() }
                forgetTold()
                arrival = .at(home)
            case .at(let frame):
                guard let screen = script.screen(at: frame.screen) else { return close() }
                guard let further = enter(screen, at: frame) else { return }
                arrival = further
            }
        }
    }

    /// Does what the screen does; nil where the walk stops there.
    private mutating func enter(_ screen: Screen, at frame: Frame) -> Script.Arrival? {
        if !screen.actions.isEmpty {
            act(on: screen, at: frame)
            if said?.ends == true { return nil }
        }
        switch screen.kind {
        case .route(let route):
            guard hop() else { return .lost }
            return script.arrival(of: situation.next(of: route), from: frame)
        case .call(let target, _):
            guard hop() else { return .lost }
            return script.calling(target, from: frame)
        case .end(let words):
            endedAt = frame.screen
            end(words)
            return nil
        case .menu, .page, .question, .review:
            if let target = passage(of: screen, at: frame), passed.insert(frame).inserted {
                if let question = screen.question { session.brought?.remove(question.save.id) }
                return script.arrival(of: target, from: frame)
            }
            show(screen, at: frame)
            return nil
        }
    }

    private mutating func act(on screen: Screen, at frame: Frame) {
        let id = frame.screen.description
        let isDone = situation.session.done.contains(id)
        guard pace == .stepping || !isDone else { return }
        perform(screen.actions, at: frame)
        if said?.ends != true, !session.done.contains(id) { session.done.append(id) }
    }

    /// Where the walk goes on past a screen that would wait.
    private func passage(of screen: Screen, at frame: Frame) -> Target? {
        switch pace {
        case .passing: situation.passage(of: screen, at: frame.screen)
        case .stepping:
            if let question = screen.question, isPassedStepping(question) { situation.passage(of: screen, at: frame.screen) } else { nil }
        }
    }

    private func isPassedStepping(_ question: Question) -> Bool {
        // Neither by way of `session` nor behind an `||`: the compiler would copy the walker for it, at every screen.
        if question.known == .skip { return true }
        guard let brought = situation.session.brought else { return false }
        return brought.contains(question.save.id)
    }

    private mutating func hop() -> Bool {
        hops += 1
        return hops <= Script.mostHops
    }
}
