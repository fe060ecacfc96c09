import GRDB

/// The migrations in their order. One that has left this place is never edited: what changes is a new one.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, statements) in migrations {
            migrator.registerMigration(name) { db in
                for sql in statements { try db.execute(sql: sql) }
            }
        }
        return migrator
    }

    private static let migrations: [(name: String, statements: [String])] = [
        ("2026-11-25 first", [versions, people, talk, signUps, callbacks, sending]),
        ("2026-11-25 messages", [messages]),
        ("2026-11-27 leaving", [leaving]),
        ("2026-11-27 campaigns", [campaigns]),
        ("2026-11-27 campaigns and doubt", [campaignsInDoubt]),
        ("2026-11-27 dense", [dense]),
        ("2026-11-27 said", [said]),
    ]
}
