/// Everything that a conversation follows: one version of the dialogs' folder, read and understood.
package struct Script: Equatable, Sendable {
    /// One reference, since a turn hands the script on many times; what changes a script makes another.
    private var made: MadeScript

    package init(
        languages: [Language], start: String, dialogs: [String: Dialog], lists: [String: ChoiceList], words: ProgramWords,
        unread: Unread = Unread()
    ) {
        made = MadeScript(
            of: WrittenScript(languages: languages, start: start, dialogs: dialogs, lists: lists, words: words, unread: unread))
    }

    /// The first is the source language and the default.
    package var languages: [Language] {
        get { made.written.languages }
        set { change { $0.languages = newValue } }
    }
    /// The dialog that a dial without anything else opens.
    package var start: String {
        get { made.written.start }
        set { change { $0.start = newValue } }
    }
    /// By the file's name without its ending.
    package var dialogs: [String: Dialog] {
        get { made.written.dialogs }
        set { change { $0.dialogs = newValue } }
    }
    /// Lists for choices by the name that a question writes: `lists/regions`, or `FILE/ID` for a list of one file (a question of that
    /// file writes `ID` alone; the reader has already completed it).
    package var lists: [String: ChoiceList] {
        get { made.written.lists }
        set { change { $0.lists = newValue } }
    }
    package var words: ProgramWords {
        get { made.written.words }
        set { change { $0.words = newValue } }
    }
    /// What the folder has that could not be read, so that nobody takes it for missing.
    package var unread: Unread {
        get { made.written.unread }
        set { change { $0.unread = newValue } }
    }

    package struct Unread: Equatable, Sendable {
        package var dialogs: Set<String> = []
        package var screens: Set<ScreenAddress> = []

        package init(dialogs: Set<String> = [], screens: Set<ScreenAddress> = []) {
            self.dialogs = dialogs
            self.screens = screens
        }

        package var isEmpty: Bool { dialogs.isEmpty && screens.isEmpty }
    }

    private mutating func change(_ edit: (inout WrittenScript) -> Void) {
        var written = made.written
        edit(&written)
        made = MadeScript(of: written)
    }

    package static func == (left: Script, right: Script) -> Bool {
        left.made === right.made
            || left.languages == right.languages && left.start == right.start && left.dialogs == right.dialogs && left.lists == right.lists
                && left.words == right.words
    }

    package var source: Language { languages.first ?? "fr" }

    var facts: ScriptFacts.Found { made.facts.of(self) }

    /// Whether somebody consents to a sign-up in that field.
    func isConsent(_ field: String) -> Bool { made.consents.contains(field) }

    /// The start of all.
    var home: Frame? { made.home }

    package func screen(at address: ScreenAddress) -> Screen? { made.screen(at: address) }

    /// The address that a target means in `dialog`; nil for `return` and for a dialog that is not there.
    package func address(of target: Target, in dialog: String) -> ScreenAddress? {
        switch target.destination {
        case .screen(let screen): ScreenAddress(dialog: dialog, screen: screen)
        case .address(let address): address
        case .start(let other): startFrame(of: other)?.screen
        case .back: nil
        }
    }

    /// The choices of a question, wherever they stand; empty for a list that is not there.
    package func choices(of source: Choices.Source) -> [Choice] {
        switch source {
        case .inline(let choices): choices
        case .list(let name): made.lists[name] ?? []
        }
    }

    func startFrame(of dialog: String) -> Frame? { made.starts[dialog] }
}

/// A list of choices that several questions share.
package struct ChoiceList: Equatable, Sendable {
    package var place: Place
    package var choices: [Choice]

    package init(place: Place, choices: [Choice]) {
        self.place = place
        self.choices = choices
    }
}
