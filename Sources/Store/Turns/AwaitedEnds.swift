package import Foundation

/// Some gateways never say that a session is over: then its time does.
extension TurnDesk {
    func awaitEnd(of session: SessionKey, onChannel channel: String, since: Date) throws {
        try db.run(
            "INSERT INTO awaited_end (channel, since, session) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [channel, since.milliseconds, session.hash])
    }

    /// Sessions that are open and were last touched before that; at most `limit` are looked at, and none of them is awaited any more.
    /// nil where there is none left to look at.
    package func silentSessions(onChannel channel: String, untouchedSince: Date, limit: Int) throws -> [SessionKey]? {
        let rows = try db.rows(
            """
            SELECT since, awaited_end.session, state = 'open', touched
            FROM awaited_end LEFT JOIN session ON session.key = awaited_end.session
            WHERE awaited_end.channel = ? AND since < ? ORDER BY since LIMIT ?
            """, [channel, untouchedSince.milliseconds, limit])
        guard !rows.isEmpty else { return nil }
        var silent: [SessionKey] = []
        for row in rows {
            let session = SessionKey(hash: row[1])
            try db.run(
                "DELETE FROM awaited_end WHERE channel = ? AND since = ? AND session = ?", [channel, row[0] as Int64, session.hash])
            guard row[2] ?? false, let touched = (row[3] as Int64?).map({ Date(milliseconds: $0) }) else { continue }
            if touched < untouchedSince {
                silent.append(session)
            } else {
                // Its gateway lets it live longer than it says.
                try awaitEnd(of: session, onChannel: channel, since: touched)
            }
        }
        return silent
    }
}
