/// What follows from one input: a value, so that nothing happens before it is stored.
package struct Turn: Equatable, Sendable {
    package var effects: [Effect]
    /// nil where nothing is said, as to somebody who hung up.
    package var reply: Reply?
    /// The conversation after it; nil where it is over and nothing of it is left to keep.
    package var session: Session?
    package var record: Record
}

// Apart from the members' own init, by which a step makes a turn: one written out copies the whole conversation once more.
extension Turn {
    package init(reply: Reply?, session: Session?, effects: [Effect], record: Record) {
        self.init(effects: effects, reply: reply, session: session, record: record)
    }
}

/// What the phone shows next, already fitted to the channel's letters and pages.
package struct Reply: Hashable, Sendable {
    package var text: String
    /// Whether the session closes with it.
    package var ends: Bool

    package init(text: String, ends: Bool) {
        self.text = text
        self.ends = ends
    }
}

/// What a recording keeps of a turn.
package struct Record: Equatable, Sendable {
    package enum Understood: String, Sendable, Codable, CaseIterable {
        case dial, option, answer, skip, back, start, more, miss, wayOut, resume, command, keyword, hangUp
        /// A text that answers nothing and names nothing: it is shown the start, and staff see it.
        case unexpected
        /// Whether a number that was silent for long is still the same person's.
        case sameNumber
    }

    /// Where the conversation stood when the input came.
    package var screen: ScreenAddress?
    package var understood: Understood
    /// What was typed; nil where the question is private; `••••` for four to six digits alone that fit no question.
    package var words: String?
    /// What was shown, with private answers left out.
    package var shown: String?
    /// Where it stands afterwards, or where it ended: the screen whose words were shown, as a rule.
    package var reached: ScreenAddress?

    package init(screen: ScreenAddress?, understood: Understood, words: String?, shown: String?, reached: ScreenAddress? = nil) {
        self.screen = screen
        self.understood = understood
        self.words = words
        self.shown = shown
        self.reached = reached
    }
}
