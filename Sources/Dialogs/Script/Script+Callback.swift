/// Being called back from anywhere: which options of the start menu lead to it is read from the script, no file name is known here.
extension Script {
    func findCallbackOptions() -> [MenuChoice] {
        guard let menu = startMenu, case .menu(_, let options)? = screen(at: menu.screen)?.kind else { return [] }
        return options.filter { option in
            option.actions.contains(where: \.isCallback) || leadsToCallback(option.next, from: menu)
        }.map { MenuChoice(menu: menu, option: $0) }
    }

    /// The first menu from the start on: the start itself, or what a page, a question or a route before it leads to.
    private var startMenu: Frame? {
        guard let first = dialogs[start]?.start else { return nil }
        return firstFrame(from: .at(Frame(screen: ScreenAddress(dialog: start, screen: first)))) { screen, _ in
            if case .menu = screen.kind { .found } else { .goOn }
        }
    }

    /// Through questions, calls and routes alone.
    private func leadsToCallback(_ target: Target, from frame: Frame) -> Bool {
        let reached = firstFrame(from: arrival(of: target, from: frame)) { screen, _ in
            if screen.actions.contains(where: \.isCallback) { return .found }
            return switch screen.kind {
            case .question, .call, .route: .goOn
            case .menu, .page, .review, .end: .stop
            }
        }
        return reached != nil
    }

    enum Look {
        case found, goOn, stop
    }

    /// Breadth first, each place once.
    func firstFrame(from arrival: Arrival, where look: (Screen, Frame) -> Look) -> Frame? {
        var waiting = [arrival]
        var seen: Set<Frame> = []
        while !waiting.isEmpty {
            guard case .at(let frame) = waiting.removeFirst(), seen.insert(frame).inserted, let screen = screen(at: frame.screen) else {
                continue
            }
            switch look(screen, frame) {
            case .found: return frame
            case .stop: continue
            case .goOn: break
            }
            if case .call(let target, _) = screen.kind {
                waiting.append(calling(target, from: frame))
            } else {
                waiting += screen.targets.map { self.arrival(of: $0, from: frame) }
            }
        }
        return nil
    }
}

extension Action {
    fileprivate var isCallback: Bool {
        if case .callback = kind { true } else { false }
    }
}
