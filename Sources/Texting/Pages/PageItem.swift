/// What is not cut if it can be helped: a word of the text, or an option's line.
struct PageItem {
    /// What stands before it, unless it begins a page.
    let glue: Substring
    let body: Substring
    let glueExtent: Extent
    let extent: Extent

    init(glue: Substring, body: Substring) {
        self.glue = glue
        self.body = body
        glueExtent = Extent(glue)
        extent = Extent(body)
    }

    /// Signs that French sets apart from the word before them; they are not sent to the next page alone.
    private static let clinging: Set<Character> = ["?", "!", ":", ";", "»"]

    /// The words of a text, each with the blanks and line breaks before it; those behind the last are left out.
    static func words(of text: some StringProtocol, behind glue: Substring) -> [PageItem] {
        let text = Substring(text)
        var items: [PageItem] = []
        var gapStart = text.startIndex
        while let wordStart = text[gapStart...].firstIndex(where: { !$0.isBlank }) {
            var end = text[wordStart...].firstIndex(where: \.isBlank) ?? text.endIndex
            while let next = text[end...].firstIndex(where: { $0 != " " }), next != end, clinging.contains(text[next]) {
                end = text[next...].firstIndex(where: \.isBlank) ?? text.endIndex
            }
            let gap = items.isEmpty ? glue + text[gapStart..<wordStart] : text[gapStart..<wordStart]
            items.append(PageItem(glue: gap, body: text[wordStart..<end]))
            gapStart = end
        }
        return items
    }
}

extension Character {
    /// A blank with an accent on it counts as whitespace, and is none: it is to be seen.
    fileprivate var isBlank: Bool { isWhitespace && unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
