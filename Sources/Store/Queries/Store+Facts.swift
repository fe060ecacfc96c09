import Foundation
import GRDB

extension Store {
    /// Looked at piece by piece, so that a database that takes long to check keeps no log from being written back for as long.
    package func facts() async throws -> DatabaseFacts {
        let sealer = sealer
        var check: Set<String> = []
        for table in try await read({ db in try db.rows(DatabaseFacts.tables).map { $0[0] as String } }) {
            check.formUnion(try await read { db in try db.rows("PRAGMA quick_check('\(table)')").map { $0[0] as String } })
        }
        let faults = check.subtracting(["ok"]).sorted()
        var counts: [String: Int] = [:]
        for table in DatabaseFacts.counted { counts[table] = try await read { db in try db.int("SELECT count(*) FROM \(table)") } }
        let counted = counts
        return try await read { db in
            let version = try db.row("SELECT sqlite_version()").map { $0[0] as String } ?? ""
            let pages = try db.int("PRAGMA page_count") * db.int("PRAGMA page_size")
            let key = try db.row("SELECT value FROM setting WHERE name = 'key-check'").map { $0[0] as Data }
            return DatabaseFacts(
                sqliteVersion: version, isSafeForTwoWriters: DatabaseFacts.isSafe(version),
                check: faults.isEmpty ? ["ok"] : faults, bytes: pages,
                migrations: try Schema.migrator.appliedIdentifiers(db.db).sorted(), counts: counted,
                live: try db.row("SELECT version FROM live").map { VersionID(rawValue: $0[0]) },
                keyFits: key.map { (try? sealer.open($0, .check)) != nil } ?? false)
        }
    }

    package func health() async -> Health {
        Health(
            live: try? await liveVersion(), waiting: writer?.waiting ?? 0, isFailing: writer?.isFailing ?? false,
            room: room, mustRestart: mustRestart,
            counts: writer?.counted ?? WriterCounts())
    }
}

extension DatabaseFacts {
    /// Tables whose length says something to the person who runs it.
    fileprivate static let counted = [
        "contact", "conversation", "recording", "turn", "session", "sign_up", "callback", "outbox", "suppressed", "version",
    ]

    fileprivate static let tables: SQL = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"

    /// SQLite 3.7.0 to 3.51.2 can corrupt a WAL when two connections write or checkpoint at the same moment.
    fileprivate static func isSafe(_ version: String) -> Bool {
        let numbers = version.split(separator: ".").map { Int($0) ?? 0 }
        return !numbers.lexicographicallyPrecedes([3, 51, 3])
    }
}
