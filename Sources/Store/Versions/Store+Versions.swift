import Crypto
package import Foundation

extension Store {
    /// The newest first.
    package func versions() async throws -> [Version] {
        try await read { db in
            let live = try db.row("SELECT version FROM live").map { $0[0] as String }
            return try db.rows(
                """
                SELECT id, made, made_by, imported, since, made_live_by
                FROM version LEFT JOIN liveness ON liveness.version = version.id
                    AND since = (SELECT max(since) FROM liveness WHERE version = version.id)
                ORDER BY made DESC, id
                """
            ).map { row in
                Version(
                    id: VersionID(rawValue: row[0]), made: Date(milliseconds: row[1]), by: row[2], isLive: row[0] == live,
                    live: (row[4] as Int64?).map { Date(milliseconds: $0) }, liveBy: row[5], imported: Date(milliseconds: row[3]))
            }
        }
    }

    package func liveVersion() async throws -> VersionID? {
        try await read { db in try db.row("SELECT version FROM live").map { VersionID(rawValue: $0[0]) } }
    }

    /// What the folder, or `publish`, last gave; a rollback changes nothing about it.
    package func lastImport() async throws -> VersionID? {
        try await read { db in
            try db.row("SELECT CAST(value AS TEXT) FROM setting WHERE name = 'last-import'").map { VersionID(rawValue: $0[0]) }
        }
    }

    package func files(of version: VersionID) async throws -> [String: String] {
        try await read { db in try db.files(of: version) }
    }

    /// Stores the files where they differ from every version there is, and says which version they are; none becomes live by it.
    package func publish(_ files: [String: String], by: String, at now: Date) async throws -> VersionID {
        if room != .enough { throw StoreProblem.diskFull }
        let id = VersionID(of: files)
        try await write { db in
            try db.run(
                """
                INSERT INTO version (id, made, made_by, imported) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET imported = excluded.imported
                """, [id.rawValue, now.milliseconds, by, now.milliseconds])
            for (name, text) in files {
                try db.run(
                    "INSERT INTO version_file (version, name, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [id.rawValue, name, text])
            }
            try db.run(
                """
                INSERT INTO setting (name, value) VALUES ('last-import', CAST(? AS BLOB))
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, [id.rawValue])
        }
        return id
    }

    /// Who is in the middle stays on the old one, or goes on in this one from their next turn.
    package func makeLive(
        _ version: VersionID, by: String, at now: Date, takingOver takeover: Takeover = .atNextSession
    ) async throws {
        try await write { db in
            guard try db.row("SELECT 1 FROM version WHERE id = ?", [version.rawValue]) != nil else {
                throw StoreProblem.unknownVersion(version.rawValue)
            }
            // Whoever had to leave their version has to still, whichever is live by then.
            try db.run(
                """
                INSERT INTO live (one, version, at_once) VALUES (1, ?, ?)
                ON CONFLICT (one) DO UPDATE SET version = excluded.version, at_once = coalesce(excluded.at_once, at_once)
                """, [version.rawValue, takeover == .atOnce ? now.milliseconds : nil])
            try db.run(
                "INSERT INTO liveness (version, since, made_live_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [version.rawValue, now.milliseconds, by])
        }
    }
}

extension VersionID {
    /// The same files are the same version, whoever imports them and whenever.
    package init(of files: [String: String]) {
        var hash = SHA256()
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Array("\(name.utf8.count) \(name) \(text.utf8.count) \(text)".utf8))
        }
        rawValue = String(Data(hash.finalize()).hexadecimal.prefix(12))
    }
}

extension Connection {
    func files(of version: VersionID) throws -> [String: String] {
        let files = try rows("SELECT name, text FROM version_file WHERE version = ?", [version.rawValue])
        guard !files.isEmpty else { throw StoreProblem.unknownVersion(version.rawValue) }
        return files.reduce(into: [:]) { $0[$1[0] as String] = $1[1] as String }
    }
}
