import Foundation
import GRDB
import GRDBSQLite

/// What stands for the `?` of a statement, in their order; nil for NULL.
typealias Bindings = [(any Bindable)?]

/// GRDB's connection, with statements that are prepared once and stepped directly (DESIGN §10).
struct Connection {
    let db: Database
    let statements: StatementCache

    func run(_ sql: SQL, _ values: Bindings = []) throws {
        try each(sql, values) { _ in true }
    }

    func row(_ sql: SQL, _ values: Bindings = []) throws -> Row? {
        var found: Row?
        try each(sql, values) { statement in
            found = Row(of: statement)
            return false
        }
        return found
    }

    func rows(_ sql: SQL, _ values: Bindings = []) throws -> [Row] {
        var found: [Row] = []
        try each(sql, values) { statement in
            found.append(Row(of: statement))
            return true
        }
        return found
    }

    func int(_ sql: SQL, _ values: Bindings = []) throws -> Int {
        try row(sql, values).map { $0[0] } ?? 0
    }

    /// Rows that the last statement changed.
    var changesCount: Int { Int(sqlite3_changes(db.sqliteConnection)) }

    var isInsideTransaction: Bool { sqlite3_get_autocommit(db.sqliteConnection) == 0 }

    /// - Parameter row: looks at one row; false where no more is wanted.
    private func each(_ sql: SQL, _ values: Bindings, _ row: (OpaquePointer) -> Bool) throws {
        let (statement, stays) = try statements.take(sql, db)
        try BindingSpace.with { space in
            // Before the space goes, for what was bound lies in it.
            defer { statements.putBack(statement, stays: stays) }
            for index in values.indices {
                guard let code = values[index]?.bind(to: statement, at: Int32(index + 1), in: &space), code != SQLITE_OK else { continue }
                throw DatabaseError(of: db, code)
            }
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW: if !row(statement) { return }
                case SQLITE_DONE: return
                case let code: throw DatabaseError(of: db, code)
                }
            }
        }
    }
}
