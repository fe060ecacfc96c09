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
    let screens: NameTable<(dialog: String, screen: Screen)>
    let lists: NameTable<[Choice]>
    /// Where each dialog begins.
    let starts: NameTable<Frame>
    let home: Frame?
    /// Found when they are first asked for.
    let facts = ScriptFacts()

    init(of written: WrittenScript) {
        self.written = written
        screens = NameTable(written.dialogs.flatMap { name, dialog in dialog.screens.map { id, screen in (id, (name, screen)) } })
        lists = NameTable(written.lists.map { name, list in (name, list.choices) })
        starts = NameTable(
            written.dialogs.map { name, dialog in (name, Frame(screen: ScreenAddress(dialog: name, screen: dialog.start))) })
        home = starts[written.start]
    }
}
