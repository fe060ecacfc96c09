import Dialogs
import Foundation

/// A condition over a row of `sign_up`, with what is bound to it: nothing that anybody wrote is ever part of the SQL itself.
struct AudienceCondition {
    let sql: String
    let arguments: Bindings

    init(_ audience: Audience) {
        switch audience {
        case .all(let parts): (sql, arguments) = Self.joined(parts, by: "AND", empty: "TRUE")
        case .any(let parts): (sql, arguments) = Self.joined(parts, by: "OR", empty: "FALSE")
        case .not(let part):
            let inside = AudienceCondition(part)
            sql = "NOT \(inside.sql)"
            arguments = inside.arguments
        case .chose(let field, let id):
            sql = Self.answer(
                """
                (kind = 'choice' AND clear = ?
                    OR kind = 'several' AND EXISTS (SELECT 1 FROM json_each(sign_up_answer.clear) WHERE json_each.value = ?))
                """)
            arguments = [field, id, id]
        case .number(let field, let comparison, let number):
            sql = Self.answer("kind = 'number' AND number \(comparison.sql) ?")
            arguments = [field, NSDecimalNumber(decimal: number).doubleValue]
        case .given(let field):
            sql = Self.answer("kind <> 'skipped'")
            arguments = [field]
        case .signUp(let id): (sql, arguments) = ("sign_up.kind = ?", [id])
        case .status(let status): (sql, arguments) = ("sign_up.status = ?", [status.rawValue])
        case .language(let language): (sql, arguments) = ("sign_up.language = ?", [language.rawValue])
        case .time(let time, let from, let before):
            sql = "(\(time.column) >= ? AND \(time.column) < ?)"
            arguments = [from?.milliseconds ?? Int64.min, before?.milliseconds ?? Int64.max]
        }
    }

    private static func joined(_ parts: [Audience], by word: String, empty: String) -> (String, Bindings) {
        let conditions = parts.map { AudienceCondition($0) }
        if conditions.isEmpty { return (empty, []) }
        return (
            "(" + conditions.map(\.sql).joined(separator: " \(word) ") + ")", conditions.reduce(into: []) { $0 += $1.arguments }
        )
    }

    /// What was private, or is written freely, has no clear column, so that nothing fits it.
    private static func answer(_ test: String) -> String {
        "EXISTS (SELECT 1 FROM sign_up_answer WHERE sign_up = sign_up.id AND field = ? AND \(test))"
    }
}

extension Audience.Comparison {
    fileprivate var sql: String {
        switch self {
        case .equal: "="
        case .unequal: "<>"
        case .atLeast: ">="
        case .atMost: "<="
        case .more: ">"
        case .less: "<"
        }
    }
}

extension Audience.Time {
    fileprivate var column: String {
        switch self {
        case .created: "sign_up.created"
        case .updated: "sign_up.updated"
        }
    }
}
