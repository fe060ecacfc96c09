/// A key that a screen names under its words, in the order in which they are shown.
package enum KeyLine: Int, Hashable, Sendable, CaseIterable {
    case skip, more, back, start

    // Made once: what the compiler writes makes them anew each time.
    package static let allCases: [KeyLine] = [.skip, .more, .back, .start]

    package var words: ProgramWords.ID {
        switch self {
        case .skip: .skip
        case .more: .more
        case .back: .back
        case .start: .start
        }
    }

    package func key(of keys: Keys) -> String {
        switch self {
        case .skip: keys.skip
        case .more: keys.more
        case .back: keys.back
        case .start: keys.start
        }
    }
}

/// How a screen writes its keys.
package enum KeyForm: Hashable, Sendable {
    /// `0 Retour`
    case plain
    /// `#0 Retour`, where the plain key would be an answer.
    case hashed

    package static let mark = "#"

    package func written(_ key: String) -> String {
        switch self {
        case .plain: key
        case .hashed: Self.mark + key
        }
    }
}
