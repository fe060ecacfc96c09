import Dialogs

/// Takes a `.po` file line by line; an entry is over where the next one's first line stands.
struct CatalogueReader {
    /// The string that a continuation line belongs to.
    private enum Part {
        case previousContext, previousSource, context, source, translation
    }

    private struct Draft {
        var content = Catalogue.Content()
        var lines: [String] = []
        var firstLine = 0
        var isGone = false
        var hasSource = false
        var hasTranslation = false
        var isBroken = false
        var place: Place?
        var translationPlace: Place?
        var part: Part?
    }

    let file: String
    private var draft = Draft()
    private var header: Catalogue.Entry?
    private var entries: [Catalogue.Entry] = []
    private var seen: Set<[String]> = []
    private var findings: [Finding] = []

    init(file: String) { self.file = file }

    mutating func read(_ line: String, number: Int) {
        let scalars = Array(line.unicodeScalars)
        guard let start = scalars.firstIndex(where: { $0 != " " && $0 != "\t" }) else {
            if !draft.lines.isEmpty { draft.lines.append(line) }
            return
        }
        let rest = scalars[start...]
        if rest.starts(with: "#~".unicodeScalars) {
            let isPrevious = rest.dropFirst(2).first == "|"
            words(line, scalars, from: start + (isPrevious ? 3 : 2), number: number, isGone: true, isPrevious: isPrevious)
        } else if rest.starts(with: "#|".unicodeScalars) {
            words(line, scalars, from: start + 2, number: number, isGone: false, isPrevious: true)
        } else if rest.first == "#" {
            comment(line, rest.dropFirst(), number: number)
        } else {
            words(line, scalars, from: start, number: number, isGone: false, isPrevious: false)
        }
    }

    mutating func finish() -> (catalogue: Catalogue, findings: [Finding]) {
        var tail: [String] = []
        if draft.hasSource || draft.content.context != nil {
            close()
        } else {
            tail = draft.lines.withoutBlankEnd
        }
        return (Catalogue(header: header, entries: entries, tail: tail), findings)
    }

    private mutating func comment(_ line: String, _ rest: ArraySlice<Unicode.Scalar>, number: Int) {
        if draft.hasTranslation { close() }
        keep(line, number)
        draft.part = nil
        let text = String(String.UnicodeScalarView(rest.dropFirst()))
        let trimmed = text.first == " " ? String(text.dropFirst()) : text
        switch rest.first {
        case ".": draft.content.notes.append(trimmed)
        case ":": draft.content.references.append(trimmed)
        case ",":
            let flags = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
            draft.content.flags += flags.filter { !draft.content.flags.contains($0) }
        case nil, " ": draft.content.comments.append(text)
        default: draft.content.comments.append(String(String.UnicodeScalarView(rest)))
        }
    }

    private mutating func words(
        _ line: String, _ scalars: [Unicode.Scalar], from start: Int, number: Int, isGone: Bool, isPrevious: Bool
    ) {
        let from = scalars[start...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
        let word = String(String.UnicodeScalarView(scalars[from...].prefix { $0 != " " && $0 != "\t" && $0 != "\"" }))
        let place = Place(file: file, line: number, column: String(String.UnicodeScalarView(scalars[..<from])).count + 1)
        if word.isEmpty, from < scalars.count {
            keep(line, number)
            continued(scalars, from: from, at: place)
            return
        }
        let part: Part
        switch word {
        case "msgctxt": part = isPrevious ? .previousContext : .context
        case "msgid": part = isPrevious ? .previousSource : .source
        case "msgstr" where !isPrevious: part = .translation
        default:
            keep(line, number)
            reject(word.hasPrefix("msgid_plural") || word.hasPrefix("msgstr[") ? .plural : .unknownWord(word), at: place)
            return
        }
        begin(part, at: place)
        keep(line, number)
        draft.isGone = draft.isGone || isGone
        draft.part = part
        let quote = scalars[(from + word.unicodeScalars.count)...].firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
        if part == .translation {
            draft.translationPlace = Place(
                file: file, line: number, column: String(String.UnicodeScalarView(scalars[..<quote])).count + 1)
        }
        add(scalars, from: quote, number: number)
    }

    /// Closes the entry before where this keyword can only belong to the next.
    private mutating func begin(_ part: Part, at place: Place) {
        switch part {
        case .previousContext, .previousSource: if draft.hasTranslation { close() }
        case .context: if draft.hasTranslation || draft.hasSource || draft.content.context != nil { close() }
        case .source: if draft.hasTranslation || draft.hasSource { close() }
        case .translation:
            if draft.hasTranslation || !draft.hasSource { reject(.translationAlone, at: place) }
            draft.hasTranslation = true
        }
        switch part {
        case .previousContext: draft.content.previousContext = ""
        case .previousSource: draft.content.previousSource = ""
        case .context: draft.content.context = ""
        case .source: draft.hasSource = true
        case .translation: break
        }
        if part == .context || part == .source { draft.place = draft.place ?? place }
    }

    private mutating func continued(_ scalars: [Unicode.Scalar], from start: Int, at place: Place) {
        guard draft.part != nil else { return findings.append(CatalogueFault.textAlone.finding(at: place)) }
        add(scalars, from: start, number: place.line)
    }

    private mutating func add(_ scalars: [Unicode.Scalar], from start: Int, number: Int) {
        do {
            let text = try QuotedText.read(scalars, from: start)
            switch draft.part {
            case .previousContext: draft.content.previousContext = (draft.content.previousContext ?? "") + text
            case .previousSource: draft.content.previousSource = (draft.content.previousSource ?? "") + text
            case .context: draft.content.context = (draft.content.context ?? "") + text
            case .source: draft.content.source += text
            case .translation: draft.content.translation += text
            case nil: break
            }
        } catch {
            let column = String(String.UnicodeScalarView(scalars[..<error.at])).count + 1
            reject(.quoted(error), at: Place(file: file, line: number, column: column))
        }
    }

    private mutating func keep(_ line: String, _ number: Int) {
        if draft.lines.isEmpty { draft.firstLine = number }
        draft.lines.append(line)
    }

    private mutating func reject(_ fault: CatalogueFault, at place: Place) {
        draft.isBroken = true
        findings.append(fault.finding(at: place))
    }

    private mutating func close() {
        defer { draft = Draft() }
        let place = draft.place ?? Place(file: file, line: max(1, draft.firstLine), column: 1)
        if !draft.hasTranslation, !draft.isBroken { reject(.noTranslation, at: place) }
        guard !draft.isBroken else { return }
        var entry = Catalogue.Entry(draft.content, isGone: draft.isGone, place: place, translationPlace: draft.translationPlace)
        entry.asRead = draft.lines.withoutBlankEnd
        if !seen.insert([draft.content.context ?? "\u{4}", draft.content.source]).inserted {
            return findings.append(CatalogueFault.twice(draft.content.context ?? "").finding(at: place))
        }
        if draft.content.context == nil, draft.content.source.isEmpty, !draft.isGone {
            header = entry
            if let charset = entry.content.charset, charset.uppercased() != "UTF-8" {
                findings.append(CatalogueFault.charset(charset).finding(at: entry.translationPlace))
            }
        } else {
            entries.append(entry)
            if let fault = entry.lineEndFault { findings.append(fault.finding(at: entry.translationPlace)) }
        }
    }
}

extension Catalogue.Content {
    /// What a header says of the file's encoding.
    fileprivate var charset: String? {
        guard let start = translation.firstRange(of: "charset=") else { return nil }
        return String(translation[start.upperBound...].prefix { !$0.isWhitespace && $0 != "\\" && $0 != ";" })
    }
}

extension Catalogue.Entry {
    /// A line break at an end of one text and not of the other; `msgfmt --check` refuses such a file too.
    fileprivate var lineEndFault: CatalogueFault? {
        guard !isGone, !content.isFuzzy, !content.translation.isEmpty else { return nil }
        let differs =
            content.source.hasPrefix("\n") != content.translation.hasPrefix("\n")
            || content.source.hasSuffix("\n") != content.translation.hasSuffix("\n")
        return differs ? .lineEnds : nil
    }
}

extension [String] {
    fileprivate var withoutBlankEnd: [String] {
        Array(self[..<((lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? -1) + 1)])
    }
}
