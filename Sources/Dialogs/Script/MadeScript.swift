/// A script as its files have it.
struct WrittenScript: Sendable {
    var languages: [Language]
    var start: String
    var dialogs: [String: Dialog]
    var lists: [String: ChoiceList]
    var words: ProgramWords
    var unread: Script.Unread
}

/// A script with what a turn asks it again and again, made once.
final class MadeScript: Sendable {
    let written: WrittenScript
    /// Those of all dialogs, under their own names.
    private let screens: NameTable<Screen>
    /// The dialog of each of them.
    private let screenDialogs: [String]
    let lists: NameTable<[Choice]>
    /// Where each dialog begins.
    let starts: NameTable<Frame>
    let home: Frame?
    /// The fields in which somebody consents to a sign-up: a list, as there are few.
    let consents: [String]
    /// Found when they are first asked for.
    let facts = ScriptFacts()

    init(of written: WrittenScript) {
        self.written = written
        let all = written.dialogs.flatMap { name, dialog in dialog.screens.map { (dialog: name, id: $0, screen: $1) } }
        screens = NameTable(all.map { ($0.id, $0.screen) })
        screenDialogs = all.map(\.dialog)
        lists = NameTable(written.lists.map { name, list in (name, list.choices) })
        starts = NameTable(
            written.dialogs.map { name, dialog in (name, Frame(screen: ScreenAddress(dialog: name, screen: dialog.start))) })
        home = starts[written.start]
        consents = Set(written.dialogs.values.flatMap { $0.signUps.values.compactMap(\.consentField) }).sorted()
    }

    func screen(at address: ScreenAddress) -> Screen? {
        screens.first(under: address.screen) { screenDialogs[$0] == address.dialog }
    }
}
