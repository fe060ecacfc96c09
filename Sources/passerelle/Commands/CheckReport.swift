import Dialogs
import Foundation

/// What `check` tells: the findings, and what each path costs the person.
struct CheckReport {
    var findings: [Finding]

    func lines() -> [String] {
        let errors = findings.count { $0.severity == .error }
        let summary = Bilingual(
            fr: "\(errors) erreurs, \(findings.count - errors) avertissements", en: "\(errors) errors, \(findings.count - errors) warnings")
        return findings.map { $0.line(in: .ofThisTerminal) } + [summary.words]
    }
}

extension CheckReport {
    private struct Line: Encodable {
        var file: String
        var line: Int
        var column: Int
        var severity: String
        var kind: String
        var screen: String?
        var message: String
        var mend: String

        init(_ finding: Finding) {
            file = finding.place.file
            line = finding.place.line
            column = finding.place.column
            severity = finding.severity.rawValue
            kind = finding.kind
            screen = finding.screen
            message = finding.what.words
            mend = finding.mend.words
        }
    }

    private struct Whole: Encodable {
        var findings: [Line]
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(Whole(findings: findings.map(Line.init))), as: UTF8.self)
    }
}
