import Dialogs
import Foundation

/// What `check` tells: the findings, and what each path costs the person.
struct CheckReport {
    var findings: [Finding]
    var costs: [PathCost]

    func lines() -> [String] {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count - errors
        let summary = Bilingual(
            fr: "\(errors) erreur\(errors > 1 ? "s" : ""), \(warnings) avertissement\(warnings > 1 ? "s" : "")",
            en: "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")")
        return findings.map { $0.line(in: .ofThisTerminal) } + costs.map(\.words.words) + [summary.words]
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
        var costs: [Cost]
    }

    private struct Cost: Encodable {
        var channel: String
        var goal: String
        var length: String
        var screens: Int
        var keys: Int
        var parts: Int
        var seconds: Int
        var networkSteps: Int

        init(_ cost: PathCost) {
            channel = cost.channel
            goal = cost.goal.name
            length = cost.length.rawValue
            screens = cost.screens
            keys = cost.keys
            parts = cost.messageParts
            seconds = cost.seconds
            networkSteps = cost.networkSteps
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(Whole(findings: findings.map(Line.init), costs: costs.map(Cost.init))), as: UTF8.self)
    }
}

extension PathCost.Goal {
    /// The sign-up's id, or `callback`.
    var name: String {
        switch self {
        case .signUp(let id): id
        case .callback: "callback"
        }
    }
}

extension PathCost {
    /// One line a way: what it takes of a person, and what the network bills.
    var words: Bilingual {
        let (french, english) =
            switch length {
            case .shortest: ("au plus court", "at the shortest")
            case .longest: ("au plus long", "at the longest")
            }
        let billed = networkSteps > 0 ? (", \(networkSteps) pas de réseau de 20 s", ", \(networkSteps) network steps of 20 s") : ("", "")
        let sent = messageParts > 0 ? (", \(messageParts) SMS", ", \(messageParts) SMS") : ("", "")
        let idle =
            exceedsIdle
            ? (
                " ; \(slowestScreen) demande \(slowestSeconds) s, plus que le réseau n'attend",
                "; \(slowestScreen) takes \(slowestSeconds) s, more than the network waits"
            ) : ("", "")
        let total = exceedsTotal ? (" ; la session finit avant", "; the session ends before") : ("", "")
        return Bilingual(
            fr:
                "\(channel), \(goal.name), \(french) : \(screens) écrans, \(keys) touches, \(seconds) s\(billed.0)\(sent.0)\(idle.0)\(total.0)",
            en:
                "\(channel), \(goal.name), \(english): \(screens) screens, \(keys) keys, \(seconds) s\(billed.1)\(sent.1)\(idle.1)\(total.1)"
        )
    }
}
