/// Everything that a conversation follows: one version of the dialogs' folder, read and understood.
package struct Script: Equatable, Sendable {
    /// The first is the source language and the default.
    package var languages: [Language] { didSet { factsFound = ScriptFacts() } }
    /// The dialog that a dial without anything else opens.
    package var start: String { didSet { factsFound = ScriptFacts() } }
    /// By the file's name without its ending.
    package var dialogs: [String: Dialog] {
        didSet {
            factsFound = ScriptFacts()
            screens = Self.screens(of: dialogs)
        }
    }
    /// Those of all dialogs, since a turn looks one up many times.
    private var screens: [ScreenAddress: Screen]
    /// Lists for choices by the name that a question writes: `lists/regions`, or `FILE/ID` for a list of one file (a question of that
    /// file writes `ID` alone; the reader has already completed it).
    package var lists: [String: ChoiceList]
    package var words: ProgramWords
    /// No part of its value, only of what was found out about it.
    private(set) var factsFound = ScriptFacts()

    /// What the folder has that could not be read, so that nobody takes it for missing.
    package var unread: Unread

    package struct Unread: Equatable, Sendable {
        package var dialogs: Set<String> = []
        package var screens: Set<ScreenAddress> = []

        package init(dialogs: Set<String> = [], screens: Set<ScreenAddress> = []) {
            self.dialogs = dialogs
            self.screens = screens
        }

        package var isEmpty: Bool { dialogs.isEmpty && screens.isEmpty }
    }

    package init(
        languages: [Language], start: String, dialogs: [String: Dialog], lists: [String: ChoiceList], words: ProgramWords,
        unread: Unread = Unread()
    ) {
        self.unread = unread
        self.languages = languages
        self.start = start
        self.dialogs = dialogs
        screens = Self.screens(of: dialogs)
        self.lists = lists
        self.words = words
    }

    package static func == (left: Script, right: Script) -> Bool {
        left.languages == right.languages && left.start == right.start && left.dialogs == right.dialogs && left.lists == right.lists
            && left.words == right.words
    }

    package var source: Language { languages.first ?? "fr" }

    package func screen(at address: ScreenAddress) -> Screen? { screens[address] }

    private static func screens(of dialogs: [String: Dialog]) -> [ScreenAddress: Screen] {
        dialogs.reduce(into: [:]) { screens, dialog in
            for (id, screen) in dialog.value.screens { screens[ScreenAddress(dialog: dialog.key, screen: id)] = screen }
        }
    }

    /// The address that a target means in `dialog`; nil for `return` and for a dialog that is not there.
    package func address(of target: Target, in dialog: String) -> ScreenAddress? {
        switch target.destination {
        case .screen(let screen): ScreenAddress(dialog: dialog, screen: screen)
        case .address(let address): address
        case .start(let other): dialogs[other].map { ScreenAddress(dialog: other, screen: $0.start) }
        case .back: nil
        }
    }

    /// The choices of a question, wherever they stand; empty for a list that is not there.
    package func choices(of source: Choices.Source) -> [Choice] {
        switch source {
        case .inline(let choices): choices
        case .list(let name): lists[name]?.choices ?? []
        }
    }
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
