/// A text with its `{{placeholders}}` taken apart once, when the file is read.
///
/// `\{{` stands for the two braces themselves. What a placeholder is filled with is never expanded again.
package final class Template: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case text(String)
        /// `{{name}}`, or `{{name|fallback}}` where the answer may be missing.
        case placeholder(name: String, fallback: String?)
    }

    /// As it stands in the file.
    package let raw: String
    package let pieces: [Piece]
    /// Where it stands: of words in several languages, or for several channels, each in its own place. Not part of what it is.
    package let place: Place?

    package init(_ raw: String, at place: Place? = nil) {
        self.raw = raw
        self.place = place
        pieces = Self.parse(raw)
    }

    package var placeholders: [String] {
        pieces.compactMap { piece in
            guard case .placeholder(let name, _) = piece else { return nil }
            return name
        }
    }

    /// The text with each placeholder replaced by what `value` gives for its name, else by its fallback, else by nothing.
    package func filled(_ value: (String) -> String?) -> String {
        // As most are.
        if pieces.count == 1, case .text(let text) = pieces[0] { return text }
        return pieces.reduce(into: "") { filled, piece in
            switch piece {
            case .text(let text): filled += text
            case .placeholder(let name, let fallback): filled += value(name) ?? fallback ?? ""
            }
        }
    }

    private static func parse(_ raw: String) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        var rest = raw[...]
        while let character = rest.first {
            if rest.hasPrefix("\\{{") {
                text += "{{"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("{{"), let close = rest.firstRange(of: "}}") {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                let inside = rest[rest.index(rest.startIndex, offsetBy: 2)..<close.lowerBound]
                let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
                let name = parts.first.map { $0.trimming(while: \.isWhitespace) } ?? ""
                pieces.append(.placeholder(name: name, fallback: parts.count == 2 ? String(parts[1]) : nil))
                rest = rest[close.upperBound...]
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }
}

extension Template {
    package static func == (left: Template, right: Template) -> Bool { left.raw == right.raw }

    package func hash(into hasher: inout Hasher) { hasher.combine(raw) }
}

extension Substring {
    fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
        let front = drop(while: isTrimmed)
        guard let last = front.lastIndex(where: { !isTrimmed($0) }) else { return "" }
        return String(front[...last])
    }
}
