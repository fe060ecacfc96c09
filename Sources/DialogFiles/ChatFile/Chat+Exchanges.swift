extension Chat {
    /// One act, and all that has to be seen before the next.
    package struct Exchange: Equatable, Sendable {
        package var line: Int
        package var act: Act
        package var expected: [Expected]

        package init(line: Int, act: Act, expected: [Expected]) {
            self.line = line
            self.act = act
            self.expected = expected
        }
    }

    package struct Expected: Equatable, Sendable {
        package var line: Int
        package var what: Expectation

        package init(line: Int, what: Expectation) {
            self.line = line
            self.what = what
        }
    }

    /// The steps by act; what is expected before anything happened belongs to none.
    package var exchanges: (before: [Expected], exchanges: [Exchange]) {
        var before: [Expected] = []
        var exchanges: [Exchange] = []
        for step in steps {
            switch step.kind {
            case .act(let act): exchanges.append(Exchange(line: step.line, act: act, expected: []))
            case .expect(let what):
                let expected = Expected(line: step.line, what: what)
                if exchanges.isEmpty { before.append(expected) } else { exchanges[exchanges.count - 1].expected.append(expected) }
            }
        }
        return (before, exchanges)
    }

    /// Whether the file says anything that could turn out otherwise.
    package var expectsAnything: Bool {
        steps.contains { step in
            guard case .expect(let what) = step.kind else { return false }
            return what != .anyLines
        }
    }
}
