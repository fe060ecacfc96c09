package import Dialogs

/// A gettext file: the words of one language, each by the slot of the dialogs that it belongs to.
package struct Catalogue: Equatable, Sendable {
    /// The entry without a context and without a source text, which holds the file's own facts; nil where the file has none.
    package let header: Entry?
    /// In the order of the file, those that are gone (`#~`) among them.
    package let entries: [Entry]
    /// Comments behind the last entry, as they stand.
    package let tail: [String]
    /// Where in `entries` those that are not gone stand, by their context.
    private let index: [String: [Int]]

    package init(header: Entry?, entries: [Entry], tail: [String] = []) {
        self.header = header
        self.entries = entries
        self.tail = tail
        index = Dictionary(grouping: entries.indices.filter { !entries[$0].isGone }) { entries[$0].content.context ?? "" }
    }

    /// The entry of a slot. Where a merge by hand left two, the one of this source text comes first.
    package func entry(of context: String, for text: String) -> Entry? {
        let found = (index[context] ?? []).map { entries[$0] }
        return found.first { $0.content.source == text } ?? found.first
    }

    /// What this language has for a slot, as far as it can be shown.
    package func translation(of context: String, for text: String) -> Translation {
        guard let entry = entry(of: context, for: text), !entry.content.translation.isEmpty else { return .missing }
        return entry.content.source == text && !entry.content.isFuzzy
            ? .fresh(entry.content.translation, entry.translationPlace) : .stale(entry.translationPlace)
    }
}

/// What a language has for a slot.
package enum Translation: Equatable, Sendable {
    /// Made for the text as it stands now, and where it is written.
    case fresh(String, Place)
    /// Made for another text, or marked as in doubt.
    case stale(Place)
    case missing
}
