/// Words of the folder, with what they are for.
struct PlacedText: Sendable {
    enum Role: Sendable {
        /// Shown in answer to what a person did.
        case shown
        /// Sent when we begin: a message, a reminder, a follow-up.
        case sent
        /// Named in an offer, in the console.
        case title
        case listed
    }

    var words: Words
    var role: Role
    var dialog: String
    var screen: String?
}

extension Script {
    /// Every text of the dialogs and their lists; the program's own words are not among them.
    var allTexts: [PlacedText] {
        let ofFiles = dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog in
            dialog.texts.map { PlacedText(words: $0, role: $1, dialog: name) }
        }
        let ofScreens = allScreens.flatMap { address, screen in
            screen.texts.map { PlacedText(words: $0, role: .shown, dialog: address.dialog, screen: address.screen) }
        }
        let ofLists = lists.sorted { $0.key < $1.key }.flatMap { name, list in
            list.choices.map { PlacedText(words: $0.words, role: .listed, dialog: name) }
        }
        return ofFiles + ofScreens + ofLists
    }
}

extension Dialog {
    fileprivate var texts: [(Words, PlacedText.Role)] {
        let sent = [continueBySMS?.say, nudge?.say].compactMap { $0 } + messages.sorted { $0.key < $1.key }.map(\.value)
        let reminded = reminders.sorted { $0.key < $1.key }.map(\.value.say)
        let titles = [title] + signUps.sorted { $0.key < $1.key }.map(\.value.title)
        return (sent + reminded).map { ($0, .sent) } + titles.map { ($0, .title) }
    }
}

extension Screen {
    /// Every text that the screen can show, in the order of its keys.
    var texts: [Words] {
        switch kind {
        case .menu(let say, let options): [say] + options.map(\.words)
        case .page(let say, _): [say]
        case .review(let review): [review.say, review.accept]
        case .end(let words): [words]
        case .route, .call: []
        case .question(let question):
            [question.ask, question.label, question.hint, question.optional].compactMap { $0 } + question.inlineChoices.map(\.words)
        }
    }
}

extension Question {
    /// The choices that stand in the question itself.
    var inlineChoices: [Choice] {
        if case .choice(let choices) = expect, case .inline(let inline) = choices.source { inline } else { [] }
    }
}
