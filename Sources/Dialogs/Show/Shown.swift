/// What a screen says once its placeholders are filled, before it is laid out in pages.
package struct Shown: Hashable, Sendable {
    package var text: String
    /// The words alone; the layout numbers them from 1.
    package var options: [String]
    /// What works on its first page. `more`, and `back` on a later page, come from the layout.
    package var keys: [KeyLine]
    package var keyForm: KeyForm
    /// What skipping is called here; nil: as everywhere.
    package var skipping: String?

    package init(text: String, options: [String] = [], keys: [KeyLine] = [], keyForm: KeyForm = .plain, skipping: String? = nil) {
        self.text = text
        self.options = options
        self.keys = keys
        self.keyForm = keyForm
        self.skipping = skipping
    }
}
