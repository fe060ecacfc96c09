import Yams

/// The lines of a file before it is formatted: which are comments, which are empty, and which belong to a text.
struct FormattedSource {
    let lines: [[Unicode.Scalar]]
    /// Lines that a text of several lines goes on in, where a `#` is no comment.
    private var occupied: Set<Int> = []
    /// The last line of each text, by where it begins.
    private var ends: [Spot: Int] = [:]

    /// Counted from 0, in scalars.
    struct Spot: Hashable {
        var line: Int
        var column: Int

        init(_ mark: Mark?) {
            line = (mark?.line ?? 1) - 1
            column = (mark?.column ?? 1) - 1
        }
    }

    init(_ source: SourceText, _ root: Node) {
        lines = source.lines
        visit(root)
    }

    /// The comments, by their line, without what stands before the `#`.
    var comments: [(line: Int, column: Int, text: String)] {
        lines.indices.compactMap { number in
            guard !occupied.contains(number), let column = lines[number].firstIndex(where: { !$0.isBlank }), lines[number][column] == "#"
            else { return nil }
            return (number, column, String(String.UnicodeScalarView(lines[number][column...])).trimmingEnd)
        }
    }

    func hasComment(between first: Int, and last: Int) -> Bool {
        first < last && comments.contains { first < $0.line && $0.line < last }
    }

    func hasEmptyLine(between first: Int, and last: Int) -> Bool {
        first + 1 < last && (first + 1..<last).contains { !occupied.contains($0) && lines[$0].allSatisfy(\.isBlank) }
    }

    /// Whether a map or list is written between `{ }` or `[ ]`. Yams 6.2.2 takes the style from the wrong end of it.
    func isInBrackets(_ node: Node) -> Bool {
        let spot = Spot(node.mark)
        guard lines.indices.contains(spot.line), lines[spot.line].indices.contains(spot.column) else { return false }
        return lines[spot.line][spot.column] == "{" || lines[spot.line][spot.column] == "["
    }

    /// The last line of a node.
    func lastLine(of node: Node) -> Int {
        switch node {
        case .scalar(let scalar): ends[Spot(scalar.mark)] ?? Spot(scalar.mark).line
        case .mapping(let mapping): mapping.map { max(lastLine(of: $0.key), lastLine(of: $0.value)) }.max() ?? Spot(mapping.mark).line
        case .sequence(let sequence): sequence.map(lastLine).max() ?? Spot(sequence.mark).line
        case .alias(let alias): Spot(alias.mark).line
        }
    }

    /// The lines of a text behind `|` or `>`, as far in as they are beside each other; nil where it says itself how far in they are.
    func block(at spot: Spot) -> (header: String, lines: [String])? {
        let header = String(String.UnicodeScalarView(lines[spot.line][spot.column...].prefix { !$0.isBlank }))
        guard !header.contains(where: \.isNumber), let end = ends[spot], end > spot.line else { return nil }
        let content = lines[(spot.line + 1)...end]
        guard let first = content.first(where: { !$0.allSatisfy(\.isBlank) }) else { return nil }
        let depth = first.prefix { $0 == " " }.count
        return (header, content.map { String(String.UnicodeScalarView($0.dropFirst(depth))) })
    }

    private mutating func visit(_ node: Node) {
        switch node {
        case .scalar(let scalar):
            let spot = Spot(scalar.mark)
            guard let end = end(of: scalar, at: spot), end > spot.line else { return }
            ends[spot] = end
            occupied.formUnion(spot.line + 1...end)
        case .mapping(let mapping):
            for (key, value) in mapping {
                visit(key)
                visit(value)
            }
        case .sequence(let sequence): for item in sequence { visit(item) }
        case .alias: break
        }
    }

    private func end(of scalar: Node.Scalar, at spot: Spot) -> Int? {
        guard lines.indices.contains(spot.line), spot.column < lines[spot.line].count else { return nil }
        switch scalar.style {
        case .doubleQuoted, .singleQuoted: return endOfQuotes(spot)
        case .literal, .folded: return endOfBlock(spot)
        case .plain, .any: return endOfPlain(scalar.string, spot)
        }
    }

    private func endOfQuotes(_ spot: Spot) -> Int? {
        let quote = lines[spot.line][spot.column]
        return (spot.line..<lines.count).first { number in
            lines[number].closing(quote, from: number == spot.line ? spot.column + 1 : 0) != nil
        }
    }

    private func endOfBlock(_ spot: Spot) -> Int? {
        let keepsEnd = lines[spot.line][spot.column...].prefix { !$0.isBlank }.contains("+")
        guard let first = lines[(spot.line + 1)...].first(where: { !$0.allSatisfy(\.isBlank) }) else { return nil }
        let depth = first.prefix { $0 == " " }.count
        guard depth > 0 else { return nil }
        var end = spot.line
        for number in (spot.line + 1)..<lines.count {
            let line = lines[number]
            if line.allSatisfy(\.isBlank) {
                // The last of a file is what follows its last line break.
                if keepsEnd, number < lines.count - 1 { end = number }
            } else if line.prefix(while: { $0 == " " }).count >= depth {
                end = number
            } else {
                break
            }
        }
        return end
    }

    /// A plain text goes on as long as its letters last; blanks and line breaks between them count for nothing.
    private func endOfPlain(_ text: String, _ spot: Spot) -> Int? {
        var left = text.unicodeScalars.count { !$0.isBlank && $0 != "\n" }
        for number in spot.line..<lines.count {
            left -= lines[number].dropFirst(number == spot.line ? spot.column : 0).count { !$0.isBlank }
            if left <= 0 { return number }
        }
        return nil
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[...last])
    }
}
