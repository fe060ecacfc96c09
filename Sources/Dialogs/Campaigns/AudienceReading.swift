package import Foundation

/// What staff wrote after `--to`, understood: `region = est and (stage = idee or not given team)`.
package struct AudienceReading {
    /// nil where something in it is wrong.
    package private(set) var audience: Audience?
    /// At `--to:1:COLUMN`.
    package private(set) var findings: [Finding] = []
    /// What was read.
    package let written: String

    /// - Parameter timeZone: whose days are meant.
    package init(_ text: String, in script: Script, timeZone: TimeZone) {
        written = text
        var reader = AudienceReader(text, script: script, timeZone: timeZone)
        let read = reader.read()
        findings = reader.findings
        audience = findings.isEmpty ? read : nil
    }
}

/// Reads conditions one inside the other; after a fault of the form nothing more is read, after one of a name the rest still is.
struct AudienceReader {
    let script: Script
    let timeZone: TimeZone
    let fields: AudienceFields
    var findings: [Finding] = []
    private var tokens: ArraySlice<AudienceToken>
    private let end: Int
    private var depth = 0
    private var tests = 0

    /// No person writes more; a machine's endless brackets end here.
    private static let deepest = 20
    private static let mostTests = 100

    init(_ text: String, script: Script, timeZone: TimeZone) {
        self.script = script
        self.timeZone = timeZone
        fields = AudienceFields(of: script)
        tokens = AudienceToken.all(in: text)[...]
        end = text.count + 1
    }

    struct Broken: Error {}

    mutating func read() -> Audience? {
        do {
            let audience = try either()
            if let stray = tokens.first {
                throw broken(
                    at: stray.column,
                    Bilingual(fr: "après une condition vient « and » ou « or »", en: "a condition is followed by \"and\" or \"or\""),
                    Bilingual(fr: "par exemple : region = est and stage = idee", en: "for example: region = est and stage = idee"))
            }
            return audience
        } catch {
            return nil
        }
    }

    private mutating func either() throws(Broken) -> Audience {
        var parts = [try both()]
        while take(word: "or") { parts.append(try both()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func both() throws(Broken) -> Audience {
        var parts = [try one()]
        while take(word: "and") { parts.append(try one()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func one() throws(Broken) -> Audience {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest {
            throw broken(at: column, Bilingual(fr: "trop de parenthèses", en: "too many brackets"), .none)
        }
        if take(word: "not") { return .not(try one()) }
        guard tokens.first?.kind == .open else { return try test() }
        let opened = column
        tokens.removeFirst()
        let inside = try either()
        guard tokens.first?.kind == .close else {
            throw broken(
                at: opened, Bilingual(fr: "cette parenthèse n'est pas fermée", en: "this bracket is not closed"),
                Bilingual(fr: "ajoutez « ) »", en: "add \")\""))
        }
        tokens.removeFirst()
        return inside
    }

    private mutating func test() throws(Broken) -> Audience {
        tests += 1
        if tests > Self.mostTests { throw broken(at: column, Bilingual(fr: "trop de conditions", en: "too many conditions"), .none) }
        guard case .word(let name)? = tokens.first?.kind else { throw expected(at: column) }
        let place = column
        tokens.removeFirst()
        if name == "given", case .word(let field)? = tokens.first?.kind, field != "and", field != "or" {
            let fieldPlace = column
            tokens.removeFirst()
            return given(field, at: fieldPlace)
        }
        let comparison = try comparison(after: name)
        let valuePlace = column
        let value: String
        switch tokens.first?.kind {
        case .word(let text), .quoted(let text): value = text
        case .unclosed:
            throw broken(
                at: column, Bilingual(fr: "ces guillemets ne sont pas fermés", en: "this quote is not closed"), .none)
        case .comparison, .open, .close, nil:
            throw broken(
                at: column, Bilingual(fr: "il manque une valeur après « \(name) »", en: "a value is missing after \"\(name)\""), .none)
        }
        tokens.removeFirst()
        return test(of: AudienceWord(text: name, column: place), comparison, AudienceWord(text: value, column: valuePlace))
    }

    private mutating func comparison(after name: String) throws(Broken) -> Audience.Comparison {
        if take(word: "has") { return .equal }
        guard case .comparison(let comparison)? = tokens.first?.kind else {
            throw broken(
                at: column,
                Bilingual(
                    fr: "après « \(name) » vient l'un de = != >= <= > <, ou « has »",
                    en: "\"\(name)\" is followed by one of = != >= <= > <, or \"has\""),
                Bilingual(fr: "par exemple : region = est", en: "for example: region = est"))
        }
        tokens.removeFirst()
        return comparison
    }

    private func isNext(word: String) -> Bool { tokens.first?.kind == .word(word) }

    private mutating func take(word: String) -> Bool {
        guard isNext(word: word) else { return false }
        // What is compared is a name: `not = 1` asks for a field of that id.
        if case .comparison? = tokens.dropFirst().first?.kind { return false }
        tokens.removeFirst()
        return true
    }

    private var column: Int { tokens.first?.column ?? end }

    private mutating func expected(at column: Int) -> Broken {
        broken(
            at: column, Bilingual(fr: "ici une condition est attendue", en: "a condition is expected here"),
            Bilingual(fr: "par exemple : region = est and stage = idee", en: "for example: region = est and stage = idee"))
    }

    private mutating func broken(at column: Int, _ what: Bilingual, _ mend: Bilingual) -> Broken {
        tell("audience", at: column, what, mend)
        return Broken()
    }

    mutating func tell(_ kind: String, at column: Int, _ what: Bilingual, _ mend: Bilingual) {
        findings.append(Finding(.error, kind, at: Place(file: "--to", line: 1, column: column), what: what, mend: mend))
    }
}

/// A word where it stands.
struct AudienceWord {
    var text: String
    var column: Int
}
