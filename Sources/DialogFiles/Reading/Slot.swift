package import Dialogs

/// A text of the dialogs that wants a translation.
package struct Slot: Hashable, Sendable {
    /// `file/screen slot`, as the translation's `msgctxt` says it.
    package var context: String
    package var text: String
    /// What the author says to the translator.
    package var note: String?
    package var place: Place

    package init(context: String, text: String, note: String?, place: Place) {
        self.context = context
        self.text = text
        self.note = note
        self.place = place
    }
}
