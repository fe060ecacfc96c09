/// Where targets lead when screens call one another.
extension Script {
    /// Routes and calls in one turn, before it is a loop.
    static let mostHops = 64

    enum Arrival: Equatable {
        case at(Frame)
        /// A `return` where nothing was called: the conversation goes to the start.
        case bottom
        /// A target that is not there, or a call too deep.
        case lost
    }

    func arrival(of target: Target, from frame: Frame) -> Arrival {
        if case .back = target.destination { return returning(from: frame) }
        guard let address = address(of: target, in: frame.screen.dialog) else { return .lost }
        return .at(Frame(screen: address, calls: frame.calls))
    }

    func calling(_ target: Target, from frame: Frame) -> Arrival {
        guard frame.calls.count < Frame.deepest, let address = address(of: target, in: frame.screen.dialog) else { return .lost }
        return .at(Frame(screen: address, calls: frame.calls + [frame.screen]))
    }

    private func returning(from frame: Frame) -> Arrival {
        for index in frame.calls.indices.reversed() {
            let caller = frame.calls[index]
            guard case .call(_, let next)? = screen(at: caller)?.kind else { return .lost }
            if let next { return arrival(of: next, from: Frame(screen: caller, calls: Array(frame.calls[..<index]))) }
        }
        return .bottom
    }
}
