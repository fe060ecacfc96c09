import Dialogs
import Yams

/// What the YAML parser could not read, in words that help.
struct SyntaxError {
    let finding: Finding

    init(_ error: YamlError, in source: SourceText) {
        let (problem, mark, context): (String, Mark?, Mark?)
        switch error {
        case .scanner(let around, let text, let at, _), .parser(let around, let text, let at, _),
            .composer(let around, let text, let at, _):
            (problem, mark, context) = (text, at, around?.mark)
        case .reader(let text, _, _, _): (problem, mark, context) = (text, nil, nil)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            (problem, mark, context) = ("", nil, nil)
        }
        let at = Self.position(mark, in: source)
        let around = Self.position(context, in: source)
        let (cause, place) = Self.cause(problem, at, around, in: source)
        finding = Finding(.error, "syntax", at: source.place(place.line, place.column), what: cause.what, mend: cause.mend)
    }

    private typealias Position = (line: Int, column: Int)

    /// The end of the file lies behind its last line that says something.
    private static func position(_ mark: Mark?, in source: SourceText) -> Position {
        guard let mark else { return (0, 0) }
        guard mark.line - 1 >= source.lines.count || (source.lines[mark.line - 1].isEmpty && !hasMore(source, from: mark.line)) else {
            return (mark.line - 1, mark.column - 1)
        }
        let last = source.lines.lastIndex { !$0.allSatisfy(\.isBlank) } ?? 0
        return (last, source.lines[last].count)
    }

    private static func hasMore(_ source: SourceText, from line: Int) -> Bool {
        line < source.lines.count && source.lines[line...].contains { !$0.allSatisfy(\.isBlank) }
    }

    private static func cause(_ problem: String, _ at: Position, _ around: Position, in source: SourceText) -> (Cause, Position) {
        let scalar = source.scalar(at.line, at.column)
        if problem.contains("mapping values are not allowed") {
            return (firstColon(in: source, at.line) == at.column ? .furtherIn : .colon(line: at.line + 1), at)
        }
        if problem.contains("could not find expected ':'") { return (.noColon, around) }
        if problem.contains("unexpected end of stream") { return (.openQuote, around) }
        if problem.contains("unexpected document indicator") { return (.openQuote, around) }
        if problem.contains("cannot start any token") {
            if scalar == "\t" { return (.tab, at) }
            return (.firstSign(scalar.map(String.init) ?? ""), at)
        }
        if problem.contains("tab character") { return (.tab, at) }
        if problem.contains("escape") || problem.contains("hexdecimal") { return (.escape, at) }
        if problem.contains("did not find expected ',' or") {
            if scalar == ":", firstColon(in: source, at.line) != at.column { return (.colonInBrackets(line: at.line + 1), at) }
            if apostrophe(in: source, at) { return (.apostrophe, at) }
            return at.line == around.line && scalar != nil ? (.noComma, at) : (.openBracket(line: at.line + 1), around)
        }
        if problem.contains("block sequence entries are not allowed") { return (.dash, at) }
        if problem.contains("did not find expected key") || problem.contains("did not find expected '-'")
            || problem.contains("did not find expected <document start>")
        {
            if apostrophe(in: source, at) { return (.apostrophe, at) }
            if let open = openedAbove(in: source, at) { return (.openQuote, open) }
            if behindQuote(in: source, at) { return (.behindQuote, at) }
            if let bracket = bracketBefore(in: source, at), let sign = source.scalar(bracket.line, bracket.column) {
                return (.firstSign(String(sign)), bracket)
            }
            return (.indentation, at)
        }
        if problem.contains("did not find expected node content") { return (.emptyEntry, at) }
        if problem.contains("nesting") { return (.tooDeep, at) }
        if problem.contains("block scalar") || problem.contains("comment or line break") { return (.block, at) }
        return (.unknown, at)
    }

    /// The column of the first colon that makes a name of what stands before it.
    private static func firstColon(in source: SourceText, _ line: Int) -> Int? {
        guard source.lines.indices.contains(line) else { return nil }
        let scalars = source.lines[line]
        return scalars.indices.first { scalars[$0] == ":" && ($0 + 1 == scalars.count || scalars[$0 + 1].isBlank) }
    }

    /// Whether a `'` closed a text in the middle of a word: `'L'adresse'`.
    private static func apostrophe(in source: SourceText, _ at: Position) -> Bool {
        source.scalar(at.line, at.column - 1) == "'" && (source.scalar(at.line, at.column)?.properties.isAlphabetic ?? false)
    }

    /// Whether a text in quotes ends before this place on its line.
    private static func behindQuote(in source: SourceText, _ at: Position) -> Bool {
        guard source.lines.indices.contains(at.line) else { return false }
        let before = source.lines[at.line].prefix(at.column).last { !$0.isBlank }
        return before == "\"" || before == "'"
    }

    /// Where a text was opened by `"` on an earlier line, if a quote that was to open the next text has closed it.
    private static func openedAbove(in source: SourceText, _ at: Position) -> Position? {
        guard source.scalar(at.line, at.column - 1) == "\"", let before = source.scalar(at.line, at.column - 2),
            before.isBlank || before == "{" || before == "["
        else { return nil }
        for line in (0..<at.line).reversed() {
            let scalars = source.lines[line]
            let quotes = scalars.indices.filter { scalars[$0] == "\"" && ($0 == 0 || scalars[$0 - 1] != "\\") }
            if quotes.count % 2 == 1, let last = quotes.last { return (line, last) }
        }
        return nil
    }

    /// The `{` or `[` that begins a text which goes on behind its bracket: `[Important] gratuit`, `{{date}} : …`.
    private static func bracketBefore(in source: SourceText, _ at: Position) -> Position? {
        guard source.lines.indices.contains(at.line), let colon = firstColon(in: source, at.line), colon < at.column else { return nil }
        let value = source.lines[at.line][(colon + 1)..<min(at.column, source.lines[at.line].count)]
        guard let first = value.firstIndex(where: { !$0.isBlank }), let last = value.last(where: { !$0.isBlank }) else { return nil }
        let isBracketed = (value[first] == "{" && last == "}") || (value[first] == "[" && last == "]")
        return isBracketed ? (at.line, first) : nil
    }

    /// What a person did that the parser stumbles on.
    private enum Cause {
        case colon(line: Int), colonInBrackets(line: Int), noComma, furtherIn, noColon, openQuote, tab, firstSign(String), escape,
            openBracket(line: Int), dash, apostrophe,
            behindQuote
        case indentation, emptyEntry, tooDeep, block, unknown

        var what: Bilingual {
            switch self {
            case .colon(let line), .colonInBrackets(let line):
                Bilingual(
                    fr: "ligne \(line) : un texte qui contient « : » a besoin de guillemets",
                    en: "line \(line): a text with \": \" in it needs quotes")
            case .noComma:
                Bilingual(
                    fr: "une virgule manque ici, ou les guillemets autour du texte",
                    en: "a comma is missing here, or the quotes around the text")
            case .furtherIn:
                Bilingual(
                    fr: "cette ligne est décalée vers la droite, alors que celle d'avant a déjà son texte",
                    en: "this line is further in, but the one before has its text already")
            case .noColon:
                Bilingual(
                    fr: "ici manque « : » entre un nom et ce qui lui revient",
                    en: "a \":\" is missing here, between a name and what belongs to it")
            case .openQuote: Bilingual(fr: "le guillemet ouvert ici n'est jamais fermé", en: "the quote opened here is never closed")
            case .tab: Bilingual(fr: "une tabulation sert ici d'espace", en: "a tab stands here for blanks")
            case .firstSign(let sign):
                Bilingual(
                    fr: "un texte qui commence par « \(sign) » a besoin de guillemets",
                    en: "a text that begins with \"\(sign)\" needs quotes")
            case .escape: Bilingual(fr: "« \\ » a un sens particulier entre \" \"", en: "\"\\\" means something else between \" \"")
            case .openBracket:
                Bilingual(fr: "ce qui est ouvert ici par { ou [ n'est pas bien fermé", en: "what { or [ opens here is not closed well")
            case .dash:
                Bilingual(fr: "un texte qui commence par « - » a besoin de guillemets", en: "a text that begins with \"- \" needs quotes")
            case .apostrophe:
                Bilingual(fr: "l'apostrophe ferme ici le texte ouvert par '", en: "the apostrophe closes the text here that ' has opened")
            case .behindQuote: Bilingual(fr: "quelque chose suit le guillemet fermant", en: "something follows the closing quote")
            case .indentation:
                Bilingual(
                    fr: "cette ligne n'est pas alignée avec celles de son groupe",
                    en: "this line does not stand in line with those of its group")
            case .emptyEntry: Bilingual(fr: "une entrée est vide entre deux virgules", en: "an entry is empty between two commas")
            case .tooDeep: Bilingual(fr: "trop de niveaux les uns dans les autres", en: "too many levels inside one another")
            case .block: Bilingual(fr: "le texte après | ou > est mal placé", en: "the text behind | or > is not placed well")
            case .unknown: Bilingual(fr: "ce passage ne peut pas être lu", en: "this passage can't be read")
            }
        }

        var mend: Bilingual {
            switch self {
            case .colon, .dash, .firstSign:
                Bilingual(fr: "mettez tout le texte entre \" \"", en: "put the whole text between \" \"")
            case .colonInBrackets, .noComma:
                Bilingual(
                    fr: "mettez tout le texte entre \" \", ou ajoutez la virgule qui manque avant l'entrée suivante",
                    en: "put the whole text between \" \", or add the comma that is missing before the next entry")
            case .furtherIn:
                Bilingual(
                    fr: "alignez-la sur celle d'avant, ou mettez tout le texte entre \" \"",
                    en: "align it with the one before, or put the whole text between \" \"")
            case .noColon:
                Bilingual(
                    fr: "ajoutez « : » suivi d'une espace ; la suite d'un long texte doit être décalée vers la droite",
                    en: "add \":\" and a blank; where a long text goes on, its lines have to stand further in")
            case .openQuote: Bilingual(fr: "ajoutez le guillemet à la fin du texte", en: "add the quote at the end of the text")
            case .tab: Bilingual(fr: "remplacez-la par des espaces, deux par niveau", en: "replace it with blanks, two a level")
            case .escape:
                Bilingual(
                    fr: "écrivez \\\\ pour le signe lui-même, ou mettez le texte entre ' '",
                    en: "write \\\\ for the sign itself, or put the text between ' '")
            case .openBracket(let line):
                Bilingual(
                    fr: "cherchez avant la ligne \(line) une virgule, un guillemet ou un } qui manque",
                    en: "look before line \(line) for a missing comma, quote or }")
            case .apostrophe, .behindQuote:
                Bilingual(
                    fr: "mettez tout le texte entre \" \" ; un guillemet dans le texte s'écrit alors \\\"",
                    en: "put the whole text between \" \"; a quote in the text is then written \\\"")
            case .indentation:
                Bilingual(fr: "donnez-lui autant d'espaces qu'à ses voisines", en: "give it as many blanks as its neighbours have")
            case .emptyEntry: Bilingual(fr: "retirez la virgule de trop", en: "remove the comma that is too many")
            case .tooDeep: Bilingual(fr: "un dialogue n'en a jamais plus d'une dizaine", en: "a dialog never has more than about ten")
            case .block:
                Bilingual(
                    fr: "mettez le texte aux lignes suivantes, décalé vers la droite, ou entre \" \"",
                    en: "put the text on the next lines, further in, or between \" \"")
            case .unknown:
                Bilingual(
                    fr: "mettez les textes entre \" \" et vérifiez les décalages",
                    en: "put texts between \" \" and look at how far in the lines stand")
            }
        }
    }
}
