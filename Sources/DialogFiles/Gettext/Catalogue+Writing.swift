extension Catalogue {
    /// The file's text. What nobody changed keeps the lines that it was read from.
    package var text: String {
        var blocks = ([header].compactMap { $0 } + entries).map(\.lines)
        if !tail.isEmpty { blocks.append(tail) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}

extension Catalogue.Entry {
    fileprivate var lines: [String] {
        if let asRead { return asRead }
        let previous = isGone ? "#~| " : "#| "
        let current = isGone ? "#~ " : ""
        var lines = content.comments.map { $0.isEmpty ? "#" : "# \($0)" }
        lines += content.notes.map { $0.isEmpty ? "#." : "#. \($0)" }
        lines += content.references.map { "#: \($0)" }
        if !content.flags.isEmpty { lines.append("#, " + content.flags.joined(separator: ", ")) }
        lines += keyword("msgctxt", content.previousContext, behind: previous)
        lines += keyword("msgid", content.previousSource, behind: previous)
        lines += keyword("msgctxt", content.context, behind: current)
        lines += keyword("msgid", content.source, behind: current)
        lines += keyword("msgstr", content.translation, behind: current)
        return lines
    }

    private func keyword(_ word: String, _ text: String?, behind prefix: String) -> [String] {
        guard let text else { return [] }
        return QuotedText.lines(text).enumerated().map { line in
            prefix + (line.offset == 0 ? "\(word) " : "") + line.element
        }
    }
}
