/// One page while it is filled: words and lines from the top, the keys' lines at its foot.
struct Page {
    private let budget: PageBudget
    private let keys: [String]
    private let keysExtent: Extent
    private var body = ""
    private var extent = Extent()

    init(keys: [String], budget: PageBudget) {
        self.budget = budget
        self.keys = keys
        keysExtent = keys.reduce(Extent()) { $0 + .lineBreak + Extent($1) }
    }

    var isEmpty: Bool { body.isEmpty }

    var shown: String { ([body] + keys).joined(separator: "\n") }

    /// Adds the item if it fits.
    mutating func take(_ item: PageItem) -> Bool {
        let sum = isEmpty ? item.extent : extent + item.glueExtent + item.extent
        guard budget.fits(sum + keysExtent) else { return false }
        body += isEmpty ? item.body : item.glue + item.body
        extent = sum
        return true
    }

    /// Adds all the items if all of them fit.
    mutating func take(all items: ArraySlice<PageItem>) -> Bool {
        items.allSatisfy { take($0) }
    }

    mutating func force(_ item: PageItem) {
        body = String(item.body)
        extent = item.extent
    }

    /// Begins the page with as much of the item as fits and gives back what is left, at least a letter; nil where there is but one.
    mutating func cut(_ item: PageItem) -> PageItem? {
        let text = item.body
        var end = room(in: text, cutAt: text.indices.dropFirst())
        // A letter under more accents than a page holds is nobody's name, but it can be typed.
        if end == text.startIndex { end = room(in: text, cutAt: text.unicodeScalars.indices.dropFirst()) }
        if end == text.startIndex, let first = text.unicodeScalars.indices.dropFirst().first { end = first }
        guard end != text.startIndex else { return nil }
        force(PageItem(glue: "", body: text[..<end]))
        return PageItem(glue: item.glue, body: text[end...])
    }

    /// The last of the cuts before which the text fits the empty page; its start where none does.
    private func room(in text: Substring, cutAt cuts: some Sequence<String.Index>) -> String.Index {
        var end = text.startIndex
        var extent = Extent()
        for cut in cuts {
            extent = extent + Extent(text[end..<cut])
            guard budget.fits(extent + keysExtent) else { break }
            end = cut
        }
        return end
    }
}
