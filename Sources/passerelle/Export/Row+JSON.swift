import Dialogs
import Foundation

extension Row {
    /// Whether people's answers belong to it, so that JSON has `answers` even where nothing was answered.
    private var hasAnswers: Bool { columns.contains { $0.name == "reference" || $0.name == "time-field" } }

    /// `consent.given` and `consent.words` become one object, answers another; skipped ones are absent.
    func json() throws -> String {
        var object: [String: JSONValue] = [:]
        for (name, cell) in columns {
            let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
            if parts.count == 2, case .object(var inner) = object[parts[0]] ?? .object([:]) {
                inner[parts[1]] = .cell(cell)
                object[parts[0]] = .object(inner)
            } else {
                object[name] = .cell(cell)
            }
        }
        if hasAnswers {
            object["answers"] = .object(answers.compactMapValues { $0 == .skipped ? nil : .cell(Cell($0)) })
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(JSONValue.object(object)), as: UTF8.self)
    }
}

private enum JSONValue: Encodable {
    case cell(Cell)
    case object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .cell(let cell): try container.encode(cell)
        case .object(let members): try container.encode(members)
        }
    }
}
