package import Dialogs

/// A language's file brought up to date with the dialogs, in their order; what a translator wrote is never thrown away.
///
/// - Parameter catalogue: as it was read, or nil for a new language. One that could not be read whole must not come here, for what was
///   left out would be gone from the file.
package func updated(_ catalogue: Catalogue?, slots: [Slot], language: Language) -> Catalogue {
    var stock = Stock(catalogue?.entries ?? [])
    var wanted: [Slot] = []
    var seen: Set<String> = []
    for slot in slots where !slot.text.isEmpty && seen.insert(slot.context).inserted { wanted.append(slot) }
    // Entries of their own slot first, so that a text that moved never takes a translation from where it belongs.
    let own = wanted.map { stock.takeOwn(of: $0) }
    var entries: [Catalogue.Entry] = []
    for (slot, own) in zip(wanted, own) {
        entries.append(own.map { $0.following(slot) } ?? stock.moved(to: slot) ?? Catalogue.Entry(slot.content, place: slot.place))
    }
    let live = Set(entries.map(\.content.key))
    let gone = stock.rest.filter { $0.content.isWorthKeeping && !live.contains($0.content.key) }.map(\.gone)
    return Catalogue(
        header: catalogue?.header
            ?? Catalogue.Entry(.header(of: language), place: Place(file: "\(language.rawValue).po", line: 1, column: 1)),
        entries: entries + gone, tail: catalogue?.tail ?? [])
}

/// The entries that a file had, until each is taken by its slot.
private struct Stock {
    private let entries: [Catalogue.Entry]
    private var taken: Set<Int> = []
    private var byContext: [String: [Int]] = [:]
    private var bySource: [String: [Int]] = [:]

    init(_ entries: [Catalogue.Entry]) {
        self.entries = entries
        for (index, entry) in entries.enumerated() {
            byContext[entry.content.context ?? "", default: []].append(index)
            bySource[entry.content.source, default: []].append(index)
        }
    }

    var rest: [Catalogue.Entry] { entries.indices.filter { !taken.contains($0) }.map { entries[$0] } }

    /// The slot's own entry: of its text before of another text, alive before gone.
    mutating func takeOwn(of slot: Slot) -> Catalogue.Entry? {
        let found = (byContext[slot.context] ?? []).filter { !taken.contains($0) }
        let best = found.min { rank($0, slot) < rank($1, slot) }
        guard let best else { return nil }
        taken.insert(best)
        return entries[best]
    }

    /// What another slot's entry of the same text says, to be looked at: one whose slot is gone, which moves, else a copy of a live one.
    mutating func moved(to slot: Slot) -> Catalogue.Entry? {
        let found = (bySource[slot.text] ?? []).filter { !entries[$0].content.translation.isEmpty }
        guard let best = found.first(where: { !taken.contains($0) }) ?? found.first(where: { !entries[$0].content.isFuzzy }) else {
            return nil
        }
        let isCopy = !taken.insert(best).inserted
        var content = slot.content
        content.translation = entries[best].content.translation
        content.comments = isCopy ? [] : entries[best].content.comments
        content.previousContext = entries[best].content.context
        content.previousSource = slot.text
        content.isFuzzy = true
        return Catalogue.Entry(content, place: slot.place)
    }

    private func rank(_ index: Int, _ slot: Slot) -> Int {
        (entries[index].content.source == slot.text ? 0 : 2) + (entries[index].isGone ? 1 : 0)
    }
}

extension Catalogue.Entry {
    /// The entry with its slot's text and note as they are now.
    fileprivate func following(_ slot: Slot) -> Catalogue.Entry {
        var entry = self
        entry.isGone = false
        entry.content.notes = slot.content.notes
        guard content.source != slot.text else { return entry }
        entry.content.source = slot.text
        guard !content.translation.isEmpty else { return entry }
        // The translation was made for the text before the first change that nobody has looked at yet.
        let madeFor = content.isFuzzy ? content.previousSource ?? content.source : content.source
        entry.content.previousSource = madeFor
        entry.content.isFuzzy = true
        return entry
    }

    /// What stays of it when its slot is gone.
    fileprivate var gone: Catalogue.Entry {
        var entry = self
        entry.isGone = true
        entry.content.notes = []
        entry.content.references = []
        return entry
    }
}

extension Catalogue.Content {
    /// Whether somebody wrote something into it.
    fileprivate var isWorthKeeping: Bool { !translation.isEmpty || !comments.isEmpty }

    /// What may be there only once in a file.
    fileprivate var key: [String] { [context ?? "", source] }

    /// The least that `msgfmt --check` asks of a header; names and dates are the translator's to fill in.
    fileprivate static func header(of language: Language) -> Catalogue.Content {
        let fields = [
            "Project-Id-Version: passerelle", "PO-Revision-Date: ", "Last-Translator: ", "Language-Team: ",
            "Language: \(language.rawValue)",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
        ]
        return Catalogue.Content(translation: fields.map { $0 + "\n" }.joined())
    }
}

extension Slot {
    fileprivate var content: Catalogue.Content {
        let notes = note.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
        return Catalogue.Content(context: context, source: text, notes: notes)
    }
}
