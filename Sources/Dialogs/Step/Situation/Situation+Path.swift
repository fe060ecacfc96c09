/// The re-walk: from the start of a dialog, past all that has an answer already.
extension Situation {
    /// Where a waiting screen leads when it is passed; nil where the walk stops at it.
    func passage(of screen: Screen, at address: ScreenAddress) -> Target? {
        switch screen.kind {
        case .menu: takenOption(of: screen, at: address)?.next
        case .page(_, let next): session.walked.contains(address.description) ? next : nil
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

    /// What lies on the way from the start of a dialog to a screen. A way is short: to look through it costs less than to hash it.
    struct Path {
        private var frames: [Frame] = []
        private var screens: [ObjectIdentifier] = []
        /// Where the fields on it were answered or set, one after the other.
        private var fields: [(id: String, frame: Int)] = []
        /// Whether the way leads there at all: somebody may have come in by another door.
        fileprivate(set) var isComplete = false

        /// Where the field was answered or set last.
        func frame(of field: String) -> Frame? { fields.last { $0.id == field }.map { frames[$0.frame] } }

        /// Whether it is the first time that the way comes by.
        fileprivate mutating func goes(on frame: Frame, _ screen: Screen) -> Bool {
            // Frames cost more to compare, and nearly all differ by their screens.
            let id = ObjectIdentifier(screen)
            if screens.contains(id), frames.contains(frame) { return false }
            if frames.isEmpty {
                frames.reserveCapacity(Self.usualLength)
                screens.reserveCapacity(Self.usualLength)
            }
            frames.append(frame)
            screens.append(id)
            return true
        }

        /// In screens, of a registration.
        private static let usualLength = 24

        /// The field is answered or set where the way has come to.
        fileprivate mutating func note(_ field: String) { fields.append((field, frames.count - 1)) }

        fileprivate func touches(_ dialog: String) -> Bool { frames.contains { $0.screen.dialog == dialog } }
    }

    /// The walk as the answers at hand make it, without doing anything; accepted reviews are passed.
    func path(to goal: Frame) -> Path {
        var path = Path()
        guard let start = script.startFrame(of: goal.dialog) else { return path }
        let goal = goal.standing
        var arrival = Script.Arrival.at(start)
        while case .at(let frame) = arrival, let screen = script.screen(at: frame.screen), path.goes(on: frame, screen) {
            note(screen.actions, in: &path)
            if frame == goal {
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
                if let question = screen.question { path.note(question.save.id) }
                if case .menu = screen.kind { note(takenOption(of: screen, at: frame.screen)?.actions ?? [], in: &path) }
                arrival = script.arrival(of: target, from: frame)
            }
        }
        return path
    }

    private func note(_ actions: [Action], in path: inout Path) {
        for action in actions {
            guard case .set(let values) = action.kind else { continue }
            for field in values.keys { path.note(field) }
        }
    }

    /// Whether an answer counts where that path leads: it was given on it, or in another dialog, or loaded, and no question on the
    /// way would have changed it.
    func keeps(_ field: String, on path: Path, to goal: Frame) -> Bool {
        guard path.isComplete, path.frame(of: field) == nil else { return true }
        guard session.origins[field] != goal.dialog else { return false }
        return !(script.facts.questions[field] ?? []).contains { path.touches($0.screen.dialog) }
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
