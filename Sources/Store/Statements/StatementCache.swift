import GRDB
import GRDBSQLite
import Synchronization

/// The statements that a connection has prepared so far: in the hot path, compiling one costs more than running it.
final class StatementCache: Sendable {
    /// By the address of a text that the program holds, or by the text itself where it was put together. Pointers are kept as bits.
    private struct Prepared {
        var fixed: [UInt: UInt] = [:]
        var built: [String: UInt] = [:]
    }

    private let prepared = Mutex(Prepared())
    /// Texts that were put together are kept as long as there are no more.
    private static let mostBuilt = 100

    deinit { empty() }

    /// A statement to run once, and whether it stays for the next time.
    func take(_ sql: SQL, _ db: Database) throws -> (statement: OpaquePointer, stays: Bool) {
        let bits = prepared.withLock { prepared in
            switch sql.text {
            case .fixed(let text): prepared.fixed[UInt(bitPattern: text.utf8Start)]
            case .built(let text): prepared.built[text]
            }
        }
        if let bits, let statement = OpaquePointer(bitPattern: bits), sqlite3_stmt_busy(statement) == 0 { return (statement, true) }
        let statement = try prepare(sql, db)
        // One that runs inside itself is prepared for this once.
        return (statement, bits == nil && keep(statement, of: sql))
    }

    func putBack(_ statement: OpaquePointer, stays: Bool) {
        guard stays else {
            sqlite3_finalize(statement)
            return
        }
        sqlite3_reset(statement)
        // What a person wrote does not stay in memory for longer than it has to.
        sqlite3_clear_bindings(statement)
    }

    private func keep(_ statement: OpaquePointer, of sql: SQL) -> Bool {
        let bits = UInt(bitPattern: statement)
        return prepared.withLock { prepared in
            switch sql.text {
            case .fixed(let text): prepared.fixed[UInt(bitPattern: text.utf8Start)] = bits
            case .built(let text):
                guard prepared.built.count < Self.mostBuilt else { return false }
                prepared.built[text] = bits
            }
            return true
        }
    }

    /// Before the connection is closed.
    func empty() {
        let all = prepared.withLock { prepared in
            defer { prepared = Prepared() }
            return Array(prepared.fixed.values) + Array(prepared.built.values)
        }
        for bits in all { sqlite3_finalize(OpaquePointer(bitPattern: bits)) }
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
