package import Dialogs

extension Catalogue {
    /// Reads the text of a `.po` file. What can't be read is left out and told in the findings; the rest is there.
    package static func read(_ text: String, file: String) -> (catalogue: Catalogue, findings: [Finding]) {
        var reader = CatalogueReader(file: file)
        for (offset, line) in lines(of: text).enumerated() { reader.read(line, number: offset + 1) }
        return reader.finish()
    }

    /// The lines of a text that may come from any system, without the mark that some editors put before it.
    static func lines(of text: String) -> [String] {
        let plain = text.unicodeScalars.first == "\u{FEFF}" ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
        var lines = plain.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
