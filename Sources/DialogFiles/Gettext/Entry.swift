package import Dialogs

extension Catalogue {
    /// One text and its translation, with all that stands around them.
    package struct Entry: Equatable, Sendable {
        package var content: Content {
            didSet { if content != oldValue { asRead = nil } }
        }
        /// Whether its slot is gone from the dialogs: such entries are kept behind `#~`.
        package var isGone: Bool {
            didSet { if isGone != oldValue { asRead = nil } }
        }
        /// Where the entry's first word stands.
        package let place: Place
        /// Where the translation stands.
        package let translationPlace: Place
        /// The lines that it was read from. They are written again as long as nothing changed, so that a translator's tool and this
        /// program do not undo each other's line breaks.
        var asRead: [String]?

        package init(_ content: Content, isGone: Bool = false, place: Place, translationPlace: Place? = nil) {
            self.content = content
            self.isGone = isGone
            self.place = place
            self.translationPlace = translationPlace ?? place
        }

        package static func == (left: Entry, right: Entry) -> Bool {
            left.content == right.content && left.isGone == right.isGone
        }
    }

    package struct Content: Hashable, Sendable {
        /// `msgctxt`: the slot.
        package var context: String?
        /// `msgid`: the words of the dialogs.
        package var source: String
        /// `msgstr`: empty until somebody translated it.
        package var translation: String
        /// `#| msgctxt` and `#| msgid`: what the translation was made for, where that changed.
        package var previousContext: String?
        package var previousSource: String?
        /// `#,`: `fuzzy` and others.
        package var flags: [String]
        /// `# `: the translator's own.
        package var comments: [String]
        /// `#.`: what the dialogs' author says to the translator.
        package var notes: [String]
        /// `#:`: kept as they are; this program writes none, since a line added to a dialog would change them all.
        package var references: [String]

        package init(
            context: String? = nil, source: String = "", translation: String = "", previousContext: String? = nil,
            previousSource: String? = nil, flags: [String] = [], comments: [String] = [], notes: [String] = [], references: [String] = []
        ) {
            self.context = context
            self.source = source
            self.translation = translation
            self.previousContext = previousContext
            self.previousSource = previousSource
            self.flags = flags
            self.comments = comments
            self.notes = notes
            self.references = references
        }

        /// Whether somebody has to look at the translation before it is shown.
        package var isFuzzy: Bool {
            get { flags.contains("fuzzy") }
            set { flags = (newValue ? ["fuzzy"] : []) + flags.filter { $0 != "fuzzy" } }
        }
    }
}
