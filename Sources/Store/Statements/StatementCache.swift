import GRDB
import GRDBSQLite
import Synchronization

/// The statements that a connection has prepared so far: in the hot path, compiling one costs more than running it.
///
/// A statement is taken out while it runs, so that one that runs inside itself is simply prepared once more.
final class StatementCache: Sendable {
    /// By the address of a text that the program holds, or by the text itself where it was put together. Pointers are kept as bits.
    private struct Idle {
        var fixed: [UInt: UInt] = [:]
        var built: [String: UInt] = [:]
    }

    private let idle = Mutex(Idle())
    /// Texts that were put together are kept as long as there are no more.
    private static let mostBuilt = 100

    deinit { empty() }

    func take(_ sql: SQL, _ db: Database) throws -> OpaquePointer {
        let bits = idle.withLock { idle in
            switch sql.text {
            case .fixed(let text): idle.fixed.updateValue(0, forKey: UInt(bitPattern: text.utf8Start))
            case .built(let text): idle.built.removeValue(forKey: text)
            }
        }
        if let bits, bits != 0, let statement = OpaquePointer(bitPattern: bits) { return statement }
        return try prepare(sql, db)
    }

    func putBack(_ statement: OpaquePointer, of sql: SQL) {
        sqlite3_reset(statement)
        // What a person wrote does not stay in memory for longer than it has to.
        sqlite3_clear_bindings(statement)
        let bits = UInt(bitPattern: statement)
        let other = idle.withLock { idle in
            switch sql.text {
            case .fixed(let text): idle.fixed.updateValue(bits, forKey: UInt(bitPattern: text.utf8Start))
            case .built(let text): idle.built.count < Self.mostBuilt ? idle.built.updateValue(bits, forKey: text) : bits
            }
        }
        if let other, other != 0 { sqlite3_finalize(OpaquePointer(bitPattern: other)) }
    }

    /// Before the connection is closed.
    func empty() {
        let all = idle.withLock { idle in
            defer { idle = Idle() }
            return Array(idle.fixed.values) + Array(idle.built.values)
        }
        for bits in all where bits != 0 { sqlite3_finalize(OpaquePointer(bitPattern: bits)) }
    }

    private func prepare(_ sql: SQL, _ db: Database) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(db.sqliteConnection, sql.string, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw DatabaseError(of: db, code) }
        return statement
    }
}

extension DatabaseError {
    /// Without SQLite's message: it can hold what a person wrote.
    init(of db: Database, _ code: Int32) {
        let extended = sqlite3_extended_errcode(db.sqliteConnection)
        self.init(resultCode: ResultCode(rawValue: extended & 0xFF == code & 0xFF ? extended : code))
    }
}
