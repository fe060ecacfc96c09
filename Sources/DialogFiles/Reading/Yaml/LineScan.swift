import Dialogs

/// Looks at a file before the YAML parser does: for what it would drop or follow in silence, and for what it should not be given.
///
/// It knows just enough of YAML to tell text in quotes, blocks of lines, `{ }` and `[ ]` from plain text. What is found is also set
/// aside in `source`, in place, so that everything else keeps its line and column.
struct LineScan {
    /// Levels; the format itself never needs more than ten.
    static let deepest = 40
    /// Findings after which a file is no dialog.
    private static let most = 200

    private enum Inside {
        case nothing
        case quotes(Unicode.Scalar)
        /// A block of lines (`|`, `>`) that ends at the first line that is not further in than this column.
        case block(parent: Int)
    }

    private enum State {
        case start, plain, after
    }

    var source: SourceText
    var findings: [Finding] = []
    /// Set where the rest of the file can't be made sense of.
    var isHopeless = false
    /// Places of ` #` between `{ }` or `[ ]`, where it swallows the bracket behind it.
    var hashesInBrackets: [(line: Int, column: Int)] = []
    /// Stands for a `*` that would be followed elsewhere.
    let star: Unicode.Scalar

    private var inside = Inside.nothing
    private var brackets = 0
    /// The column of the entry that a text belongs to: a line further in goes on with the text.
    private var parent = -1
    private var indents: [Int] = []
    private var plainMayGoOn = false
    private var hasContent = false

    init(_ source: SourceText) {
        self.source = source
        star = source.unusedScalar(apartFrom: [])
    }

    mutating func scan() {
        for number in source.lines.indices {
            dropControls(number)
            if isHopeless { return }
            if scanLine(number) == .over {
                source.lines.removeSubrange(number...)
                return
            }
        }
    }

    private enum Line {
        case done, over
    }

    private mutating func scanLine(_ number: Int) -> Line {
        let line = source.lines[number]
        if case .quotes(let quote) = inside {
            guard let close = line.closing(quote, from: 0) else { return .done }
            inside = .nothing
            scanRest(number, from: close + 1, .after, token: 0)
            return .done
        }
        guard let first = line.firstIndex(where: { !$0.isBlank }) else {
            // A tab alone on a line would stop the parser.
            if case .nothing = inside { source.lines[number] = [] }
            return .done
        }
        let indent = line.firstIndex { $0 != " " } ?? first
        if case .block(let parent) = inside {
            if indent > parent { return .done }
            inside = .nothing
        }
        if marker("---", line) || marker("...", line) {
            if hasContent || line[0] == "." {
                if hasContent, line[0] == "-" || hasMore(after: number) { tell(.secondDocument, number, 0) }
                return .over
            }
            hasContent = true
            scanRest(number, from: 3, .start, token: 3)
            return .done
        }
        if line[first] == "#" {
            plainMayGoOn = false
            return .done
        }
        if line[0] == "%", !hasContent {
            tell(.directive, number, 0)
            source.lines[number] = []
            return .done
        }
        hasContent = true
        if indent < first, brackets == 0 {
            tell(.tab, number, indent)
            isHopeless = true
            return .done
        }
        let goesOn = plainMayGoOn && (brackets > 0 || indent > parent)
        scanRest(number, from: first, goesOn ? .plain : .start, token: first)
        return .done
    }

    private mutating func scanRest(_ number: Int, from start: Int, _ first: State, token firstToken: Int) {
        var state = first
        var token = firstToken
        var column = start
        plainMayGoOn = false
        while column < source.lines[number].count, !isHopeless {
            if isHardBlankBehindName(number, column, state, token) {
                tell(.hardBlank, number, column + 1)
                source.lines[number][column + 1] = " "
            }
            let line = source.lines[number]
            let scalar = line[column]
            let endsWord = column + 1 >= line.count || line[column + 1].isBlank
            let isBehindBlank = column == 0 || line[column - 1].isBlank
            if scalar == "#", isBehindBlank {
                if line[..<column].contains(where: { !$0.isBlank }) {
                    tell(.hash, number, column)
                    if brackets > 0 { hashesInBrackets.append((number, column)) }
                }
                return
            }
            let endsKey = scalar == ":" && (endsWord || (brackets > 0 && (state == .after || isBracket(line[column + 1]))))
            if endsKey {
                if brackets == 0 { enter(number, state == .start ? column : token) }
                state = .start
                column += 1
                continue
            }
            if brackets > 0, isBracket(scalar) || scalar == "," {
                bracket(scalar, number, column)
                state = scalar == "}" || scalar == "]" ? .after : .start
                column += 1
                token = column
                continue
            }
            guard state == .start, !scalar.isBlank else {
                column += 1
                continue
            }
            token = column
            switch scalar {
            case "{", "[":
                bracket(scalar, number, column)
                column += 1
            case "-" where endsWord && brackets == 0, "?" where endsWord && brackets == 0:
                enter(number, column)
                column += 1
            case "\"", "'":
                guard let close = line.closing(scalar, from: column + 1) else {
                    inside = .quotes(scalar)
                    return
                }
                state = .after
                column = close + 1
            case "|" where brackets == 0, ">" where brackets == 0:
                inside = .block(parent: parent)
                state = .after
                column += 1
            case "&", "!": column = setAside(number, column)
            case "*":
                tell(.alias, number, column)
                source.lines[number][column] = star
                state = .plain
                column += 1
            default:
                state = .plain
                column += 1
            }
        }
        plainMayGoOn = state == .plain
    }

    /// Whether a name's colon is followed by a blank that the parser takes for a letter, as word processors write it.
    private func isHardBlankBehindName(_ number: Int, _ column: Int, _ state: State, _ token: Int) -> Bool {
        let line = source.lines[number]
        guard line[column] == ":", state != .start, column + 1 < line.count, line[column + 1].isHardBlank, token <= column else {
            return false
        }
        return ID.isWellFormed(String(String.UnicodeScalarView(line[token..<column])))
    }

    /// Blanks out a word that is no text: `!tag`, `&anchor`.
    private mutating func setAside(_ number: Int, _ column: Int) -> Int {
        let line = source.lines[number]
        let end = line[column...].firstIndex { $0.isBlank || (brackets > 0 && (isBracket($0) || $0 == ",")) } ?? line.count
        let name = String(String.UnicodeScalarView(line[column..<end]))
        tell(line[column] == "&" ? .anchor(name) : .tag(name), number, column)
        for at in column..<end { source.lines[number][at] = " " }
        return end
    }

    private mutating func bracket(_ scalar: Unicode.Scalar, _ number: Int, _ column: Int) {
        switch scalar {
        case "{", "[": brackets += 1
        case "}", "]": brackets -= 1
        default: break
        }
        if brackets + indents.count > Self.deepest { giveUp(number, column) }
    }

    /// A new entry of the file begins at this column.
    private mutating func enter(_ number: Int, _ column: Int) {
        parent = column
        while let last = indents.last, last >= column { indents.removeLast() }
        indents.append(column)
        if indents.count > Self.deepest { giveUp(number, column) }
    }

    private mutating func giveUp(_ number: Int, _ column: Int) {
        tell(.tooDeep, number, column)
        isHopeless = true
    }

    private func isBracket(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "{" || scalar == "}" || scalar == "[" || scalar == "]"
    }

    private func marker(_ marker: String, _ line: [Unicode.Scalar]) -> Bool {
        line.starts(with: marker.unicodeScalars) && (line.count == 3 || line[3].isBlank)
    }

    private func hasMore(after number: Int) -> Bool {
        source.lines[(number + 1)...].contains { line in line.first { !$0.isBlank }.map { $0 != "#" } ?? false }
    }

    /// The parser refuses a whole file for one such sign, or takes it for the end of a line.
    private mutating func dropControls(_ number: Int) {
        for column in source.lines[number].indices {
            let scalar = source.lines[number][column]
            let isPassed = scalar == "\t" || (0x20...0x7E).contains(scalar.value) || scalar.value >= 0xA0
            if isPassed, ![0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value) { continue }
            tell(.control(scalar), number, column)
            source.lines[number][column] = " "
            if isHopeless { return }
        }
    }

    private mutating func tell(_ fault: YamlFault, _ number: Int, _ column: Int) {
        findings.append(fault.finding(at: source.place(number, column)))
        if findings.count >= Self.most { isHopeless = true }
    }
}
