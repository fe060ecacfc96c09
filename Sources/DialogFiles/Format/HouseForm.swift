import Yams

/// Writes what was read, line by line, and puts the comments back where they stood.
struct HouseForm {
    /// A line no wider than this may stay `{ }`.
    static let width = 140
    static let step = 2

    /// How far in the entries of one map or list stand, before and after.
    private struct Level: Equatable {
        var before: Int
        var after: Int
    }

    private struct Row {
        /// Where it stood.
        var line: Int
        /// The levels that it is inside of, the last its own.
        var levels: [Level]
        var lines: [String]
        /// Whether what belongs to it follows on lines of its own.
        var opens: Bool
        var lastLine: Int
    }

    private let source: FormattedSource
    private var rows: [Row] = []

    init(_ source: FormattedSource) { self.source = source }

    mutating func text(of root: Node) -> String {
        rows = []
        if let text = inline(root, after: 0) {
            rows.append(Row(line: Self.line(root), levels: [], lines: [text], opens: false, lastLine: source.lastLine(of: root)))
        } else {
            block(root, indent: 0, lead: "", [])
        }
        return withComments().joined(separator: "\n") + "\n"
    }

    private static func line(_ node: Node) -> Int { FormattedSource.Spot(node.mark).line }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// - Parameter lead: what stands before the first entry, on its line.
    private mutating func block(_ node: Node, indent: Int, lead: String, _ outer: [Level]) {
        let levels = outer + [Level(before: FormattedSource.Spot(node.mark).column, after: indent)]
        switch node {
        case .mapping(let mapping):
            for (index, (key, value)) in mapping.enumerated() {
                let head = (index == 0 ? lead : Self.blanks(indent)) + (inline(key, after: 0) ?? "") + ":"
                entry(head, value, at: Self.line(key), indent: indent, levels)
            }
        case .sequence(let sequence):
            for (index, item) in sequence.enumerated() {
                let head = (index == 0 ? lead : Self.blanks(indent)) + "-"
                if isNested(item, after: head.count + 1) {
                    block(item, indent: indent + Self.step, lead: head + " ", levels)
                } else {
                    entry(head, item, at: Self.line(item), indent: indent, levels)
                }
            }
        case .scalar, .alias: break
        }
    }

    private mutating func entry(_ head: String, _ value: Node, at line: Int, indent: Int, _ levels: [Level]) {
        let inside = indent + Self.step
        let lastLine = source.lastLine(of: value)
        if isNested(value, after: head.count + 1) {
            rows.append(Row(line: line, levels: levels, lines: [head], opens: true, lastLine: line))
            block(value, indent: inside, lead: Self.blanks(inside), levels)
        } else if let text = inline(value, after: head.count + 1) {
            rows.append(Row(line: line, levels: levels, lines: ["\(head) \(text)"], opens: false, lastLine: lastLine))
        } else if case .scalar(let scalar) = value {
            let lines = long(scalar, used: head.count + 1, indent: inside)
            let rest = lines.dropFirst().map { $0.isEmpty ? "" : Self.blanks(inside) + $0 }
            rows.append(Row(line: line, levels: levels, lines: ["\(head) \(lines[0])"] + rest, opens: false, lastLine: lastLine))
        }
    }

    private func isNested(_ node: Node, after column: Int) -> Bool {
        if case .scalar = node { return false }
        return inline(node, after: column) == nil
    }

    /// The node on one line; nil where it stands on several.
    private func inline(_ node: Node, after column: Int) -> String? {
        switch node {
        case .scalar(let scalar):
            switch scalar.style {
            case .literal, .folded: return source.block(at: FormattedSource.Spot(scalar.mark)) == nil ? HouseText.line(scalar, .block) : nil
            case .plain, .any, .singleQuoted, .doubleQuoted:
                let text = HouseText.line(scalar, .block)
                let isOnOneLine = source.lastLine(of: node) == Self.line(node)
                return isOnOneLine || column + text.count <= Self.width ? text : nil
            }
        case .mapping(let mapping) where source.isInBrackets(node) || mapping.isEmpty: return inBraces(node, after: column)
        case .sequence(let sequence) where source.isInBrackets(node) || sequence.isEmpty: return inBraces(node, after: column)
        case .mapping, .sequence, .alias: return nil
        }
    }

    private func inBraces(_ node: Node, after column: Int) -> String? {
        let text = inBrackets(node, .braces)
        let hasComment = source.hasComment(between: Self.line(node), and: source.lastLine(of: node))
        return hasComment || column + text.count > Self.width ? nil : text
    }

    private func inBrackets(_ node: Node, _ position: HouseText.Position) -> String {
        switch node {
        case .scalar(let scalar): return HouseText.line(scalar, position)
        case .mapping(let mapping):
            let entries = mapping.map { "\(inBrackets($0.key, .braces)): \(inBrackets($0.value, .braces))" }
            // In a list, a single entry may do without braces: `[send: confirmation]`.
            guard source.isInBrackets(node) else { return entries.joined(separator: ", ") }
            return entries.isEmpty ? "{}" : "{ " + entries.joined(separator: ", ") + " }"
        case .sequence(let sequence): return "[" + sequence.map { inBrackets($0, .list) }.joined(separator: ", ") + "]"
        case .alias: return ""
        }
    }

    private func long(_ scalar: Node.Scalar, used: Int, indent: Int) -> [String] {
        switch scalar.style {
        case .literal, .folded:
            guard let block = source.block(at: FormattedSource.Spot(scalar.mark)) else { return [HouseText.line(scalar, .block)] }
            return [block.header] + block.lines
        case .plain, .any, .singleQuoted, .doubleQuoted:
            return HouseText.lines(scalar.string, used: used, indent: indent, width: Self.width)
        }
    }

    /// The rows with the comments between them, and an empty line where there was at least one.
    private func withComments() -> [String] {
        var lines: [String] = []
        var comments = source.comments[...]
        var last: (line: Int, opens: Bool)?
        func gap(before line: Int) {
            guard let last, !last.opens, source.hasEmptyLine(between: last.line, and: line) else { return }
            lines.append("")
        }
        var before: Row?
        for row in rows + [nil] as [Row?] {
            while let comment = comments.first, row.map({ comment.line < $0.line }) ?? true {
                comments.removeFirst()
                gap(before: comment.line)
                lines.append(Self.blanks(indent(ofCommentAt: comment.column, between: before, and: row)) + comment.text)
                last = (comment.line, false)
            }
            guard let row else { break }
            gap(before: row.line)
            lines += row.lines
            last = (row.lastLine, row.opens)
            before = row
        }
        return lines
    }

    /// A comment stands in line with the next entry, or with those of a block that ends there, as it did before.
    private func indent(ofCommentAt column: Int, between before: Row?, and after: Row?) -> Int {
        let next = after?.levels ?? []
        let ending = (before?.levels ?? []).dropFirst(max(0, next.count - 1))
        return ending.first { $0.before == column }?.after ?? next.last?.after ?? 0
    }
}
