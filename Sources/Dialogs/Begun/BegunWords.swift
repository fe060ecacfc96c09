import Texting

/// Words that we begin, and where an answer to them goes on.
package struct BegunWords: Equatable, Sendable {
    package var text: String
    package var opens: ScreenAddress?

    package init(text: String, opens: ScreenAddress?) {
        self.text = text
        self.opens = opens
    }
}

extension Script {
    /// - Parameter cause: `file/ID`.
    /// - Returns: nil where the dialogs have no such reminder any more.
    package func reminder(named cause: String) -> Reminder? { reminderWithDialog(named: cause)?.reminder }

    private func reminderWithDialog(named cause: String) -> (dialog: String, reminder: Reminder)? {
        let ids = cause.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard ids.count == 2 else { return nil }
        return dialogs[ids[0]]?.reminders[ids[1]].map { (ids[0], $0) }
    }

    /// - Parameter language: the message's own; nil: the contact's, else the source's.
    package func words(
        ofReminder cause: String, about signUp: KnownSignUp, in language: Language?, _ surroundings: Surroundings
    ) -> BegunWords? {
        guard let (dialog, reminder) = reminderWithDialog(named: cause) else { return nil }
        let text = Situation(beginningIn: self, about: signUp, in: language, surroundings).text(reminder.say)
        return BegunWords(
            text: fitted(text, to: surroundings.channel.budget.letters), opens: reminder.opens.flatMap { address(of: $0, in: dialog) })
    }

    /// What the screen that a target means shows by SMS, with its options; nil where it is gone, or is none that waits.
    ///
    /// - Parameter target: as `--opens` has it: `suivi/`, `suivi/interet`.
    package func words(
        opening target: String, about signUp: KnownSignUp?, in language: Language?, _ surroundings: Surroundings
    ) -> BegunWords? {
        guard let address = address(opening: target) else { return nil }
        var situation = Situation(beginningIn: self, about: signUp, in: language, surroundings)
        guard situation.opens(address) else { return nil }
        var shown = situation.shown()
        // Nothing was shown before to go back to.
        shown.keys = shown.keys.filter { $0 == .skip }
        let pages = pages(of: shown, words: words, language: situation.language, channel: situation.channel)
        return pages.first.map { BegunWords(text: $0, opens: address) }
    }

    /// Staff's own text with its placeholders filled: the built-in ones, and answers that are not private.
    package func words(of text: String, about signUp: KnownSignUp?, in language: Language?, _ surroundings: Surroundings) -> String {
        let filled = Situation(beginningIn: self, about: signUp, in: language, surroundings).text(Template(text), kind: .sms)
        return fitted(filled, to: surroundings.channel.budget.letters)
    }

    /// The placeholders of staff's own text that would leave a hole in it.
    package func unfilled(in text: String, about signUp: KnownSignUp?, in language: Language?, _ surroundings: Surroundings) -> [String] {
        Situation(beginningIn: self, about: signUp, in: language, surroundings).unfilled(in: Template(text), kind: .sms)
    }

    /// Only with its file: what is no dialog's own has none to complete it with.
    func address(opening target: String) -> ScreenAddress? {
        switch Target(parsing: target, at: Place(file: "", line: 0, column: 0))?.destination {
        case .address(let address): address
        case .start(let dialog): dialogs[dialog].map { ScreenAddress(dialog: dialog, screen: $0.start) }
        case .screen, .back, nil: nil
        }
    }
}
