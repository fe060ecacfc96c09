import Dialogs
import Yams

/// One YAML file as it is written, and what is wrong with its form.
struct ParsedFile: Sendable {
    /// nil where the file can't be made sense of; then a finding says why.
    var root: WrittenMap?
    var findings: [Finding]

    init(_ text: String, file: String) {
        guard text.utf8.count <= SourceText.longestInBytes else {
            root = nil
            findings = [YamlFault.tooLong.finding(at: Place(file: file, line: 1, column: 1))]
            return
        }
        var scan = LineScan(SourceText(text, file: file))
        scan.scan()
        findings = scan.findings
        guard !scan.isHopeless else {
            root = nil
            return
        }
        var composing = Composing(scan.source, star: scan.star)
        let outcome = composing.compose()
        let written: Written?
        switch outcome {
        case .success(let whole): written = whole
        case .failure(let refusal):
            written = Self.withoutHashes(scan, refusal, &composing)
            // A bracket behind ` #` was never seen: that is told already.
            if scan.hashesInBrackets.isEmpty { findings.append(refusal.finding) }
        }
        findings += composing.findings
        root = Self.map(written, isRefused: written == nil && findings.contains { $0.severity == .error }, file, &findings)
        let hashes = Set(findings.filter { ["hash", "tag", "anchor"].contains($0.kind) }.map(\.place.line))
        findings.removeAll { $0.kind == "no-value" && hashes.contains($0.place.line) }
    }

    /// Tries once more with each ` #` between brackets taken for text.
    private static func withoutHashes(_ scan: LineScan, _ refusal: Composing.Refusal, _ composing: inout Composing) -> Written? {
        guard !scan.hashesInBrackets.isEmpty else { return nil }
        var source = scan.source
        for (line, column) in scan.hashesInBrackets where source.scalar(line, column) == "#" { source.lines[line][column] = "+" }
        composing = Composing(source, star: scan.star)
        guard case .success(let written) = composing.compose() else { return nil }
        return written
    }

    private static func map(_ written: Written?, isRefused: Bool, _ file: String, _ findings: inout [Finding]) -> WrittenMap? {
        let start = Place(file: file, line: 1, column: 1)
        switch written {
        case .map(let map): return map
        case .text(let text): findings.append(YamlFault.notMap.finding(at: text.place))
        case .list(let list): findings.append(YamlFault.notMap.finding(at: list.place))
        case .nothing: findings.append(YamlFault.emptyFile.finding(at: start))
        case nil: if !isRefused { findings.append(YamlFault.emptyFile.finding(at: start)) }
        }
        return nil
    }
}

/// Has Yams parse a text, and takes from its nodes what is written and where.
struct Composing {
    /// Names written twice in one file that are told one by one; each costs one more parse.
    private static let mostTwice = 40

    struct Refusal: Error {
        var finding: Finding
    }

    private struct Position: Hashable {
        var line: Int
        var column: Int
    }

    private(set) var findings: [Finding] = []
    private var source: SourceText
    private let star: Unicode.Scalar
    /// Yams drops a file in which a name is written twice. The first is given another name until it is through.
    private var renamed: [Position: String] = [:]
    private var spare: Set<Unicode.Scalar>

    init(_ source: SourceText, star: Unicode.Scalar) {
        self.source = source
        self.star = star
        spare = [star]
    }

    mutating func compose() -> Result<Written?, Refusal> {
        while true {
            do {
                // Without rules nothing is taken for a number, a date or a yes, so that keys differ by their letters alone.
                guard let node = try Yams.compose(yaml: source.text, .basic, .default, .utf8) else { return .success(nil) }
                return .success(written(node, isInBraces: false))
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let position = Position(line: context.mark.line - 1, column: context.mark.column - 1)
                guard let name = names.first, renamed.count < Self.mostTwice, rename(name, at: position) else {
                    return .failure(Refusal(finding: YamlFault.tooManyTwice.finding(at: source.place(position.line, position.column))))
                }
            } catch let error as YamlError {
                return .failure(Refusal(finding: SyntaxError(error, in: source).finding))
            } catch {
                return .failure(Refusal(finding: SyntaxError(.no, in: source).finding))
            }
        }
    }

    private mutating func rename(_ name: String, at position: Position) -> Bool {
        var column = position.column
        guard let first = source.scalar(position.line, column), renamed[position] == nil else { return false }
        if first == "\"" || first == "'" { column += 1 }
        guard let letter = source.scalar(position.line, column), letter != "{", letter != "[", letter != ":", letter != "\\",
            letter != first || column == position.column
        else { return false }
        let other = source.unusedScalar(apartFrom: spare)
        spare.insert(other)
        source.lines[position.line][column] = other
        renamed[position] = name
        return true
    }

    private mutating func written(_ node: Node, isInBraces: Bool) -> Written {
        switch node {
        case .scalar(let scalar):
            let place = place(scalar.mark)
            if scalar.string.isEmpty, scalar.style == .plain || scalar.style == .any { return .nothing(place) }
            return .text(text(scalar, isInBraces: isInBraces))
        case .mapping(let mapping): return .map(map(mapping))
        case .sequence(let sequence):
            let items = sequence.map { item in
                let item = written(item, isInBraces: false)
                if item.isNothing { findings.append(YamlFault.emptyItem.finding(at: item.place)) }
                return item
            }
            return .list(WrittenList(place: place(sequence.mark), items: items))
        case .alias(let alias): return .nothing(place(alias.mark))
        }
    }

    private mutating func map(_ mapping: Node.Mapping) -> WrittenMap {
        // Yams takes a map's style from where the map ends, which has none.
        let isBraces = source.scalar((mapping.mark?.line ?? 0) - 1, (mapping.mark?.column ?? 0) - 1) == "{"
        var entries: [WrittenMap.Entry] = []
        var seen: Set<String> = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                findings.append(YamlFault.keyIsNoWord.finding(at: place(key.mark)))
                continue
            }
            var name = text(scalar, isInBraces: isBraces)
            if let mark = scalar.mark, let original = renamed[Position(line: mark.line - 1, column: mark.column - 1)] {
                name.string = original
            }
            if name.string == "<<", name.isPlain {
                findings.append(YamlFault.mergeKey.finding(at: name.place))
            } else if !seen.insert(name.string).inserted {
                findings.append(YamlFault.twice(name.shown).finding(at: name.place))
            } else {
                let value = written(value, isInBraces: isBraces)
                if value.isNothing { findings.append(YamlFault.noValue(name.shown, isInBraces: isBraces).finding(at: name.place)) }
                entries.append(WrittenMap.Entry(key: name, value: value))
            }
        }
        return WrittenMap(place: place(mapping.mark), entries: entries, isBraces: isBraces)
    }

    private func text(_ scalar: Node.Scalar, isInBraces: Bool) -> WrittenText {
        let isPlain = scalar.style == .plain || scalar.style == .any
        // A plain text that was set aside for its `*` gets it back.
        let string = String(String.UnicodeScalarView(scalar.string.unicodeScalars.map { $0 == star ? "*" : $0 }))
        return WrittenText(string: string, place: place(scalar.mark), isPlain: isPlain, isInBraces: isInBraces)
    }

    private func place(_ mark: Mark?) -> Place {
        source.place((mark?.line ?? 1) - 1, (mark?.column ?? 1) - 1)
    }
}
