/// The re-walk: from the start of a dialog, past all that has an answer already.
extension Situation {
    /// Where a waiting screen leads when it is passed; nil where the walk stops at it.
    func passage(of screen: Screen, at address: ScreenAddress) -> Target? {
        switch screen.kind {
        case .menu: takenOption(of: screen, at: address)?.next
        case .page(_, let next): session.walked[address.description] == nil ? nil : next
        case .question(let question): validAnswer(to: question).flatMap { question.next.target(after: $0) }
        case .review, .route, .call, .end: nil
        }
    }

    func next(of route: Route) -> Target {
        route.cases.first { holds($0.when) }?.next ?? route.otherwise
    }

    private func takenOption(of menu: Screen, at address: ScreenAddress) -> Option? {
        guard case .menu(_, let options) = menu.kind, let taken = session.walked[address.description] else { return nil }
        return options.first { $0.id == taken && holds($0.when) }
    }

    /// What lies on the way from the start of a dialog to a screen.
    struct Path {
        /// Where each field on it was answered or set.
        var fields: [String: Frame] = [:]
        var frames: Set<Frame> = []
        /// The files that it touches.
        var dialogs: Set<String> = []
        /// Whether the way leads there at all: somebody may have come in by another door.
        var isComplete = false
    }

    /// The walk as the answers at hand make it, without doing anything; accepted reviews are passed.
    func path(to goal: Frame) -> Path {
        var path = Path()
        guard let start = script.dialogs[goal.dialog]?.start else { return path }
        var arrival = Script.Arrival.at(Frame(screen: ScreenAddress(dialog: goal.dialog, screen: start)))
        while case .at(let frame) = arrival, path.frames.insert(frame).inserted, let screen = script.screen(at: frame.screen) {
            path.dialogs.insert(frame.screen.dialog)
            note(screen.actions, at: frame, in: &path)
            if frame == goal.standing {
                path.isComplete = true
                break
            }
            switch screen.kind {
            case .route(let route): arrival = script.arrival(of: next(of: route), from: frame)
            case .call(let target, _): arrival = script.calling(target, from: frame)
            case .end: return path
            case .review(let review): arrival = script.arrival(of: review.next, from: frame)
            case .menu, .page, .question:
                guard let target = passage(of: screen, at: frame.screen) else { return path }
                if let question = screen.question { path.fields[question.save.id] = frame }
                note(takenOption(of: screen, at: frame.screen)?.actions ?? [], at: frame, in: &path)
                arrival = script.arrival(of: target, from: frame)
            }
        }
        return path
    }

    private func note(_ actions: [Action], at frame: Frame, in path: inout Path) {
        for case .set(let values) in actions.map(\.kind) {
            for field in values.keys { path.fields[field] = frame }
        }
    }

    /// Whether an answer counts where that path leads: it was given on it, or in another dialog, or loaded, and no question on the
    /// way would have changed it.
    func keeps(_ field: String, on path: Path, to goal: Frame) -> Bool {
        guard path.isComplete, path.fields[field] == nil else { return true }
        guard session.origins[field] != goal.dialog else { return false }
        return !(script.facts.questions[field] ?? []).contains { path.dialogs.contains($0.screen.dialog) }
    }
}

extension Next {
    func target(after answer: Answer) -> Target? {
        switch answer {
        case .choice(let id): target(of: id)
        case .skipped: ofSkipping
        case .text, .number, .date, .phone, .several, .reference: ofAnyAnswer
        }
    }
}
