import Dialogs
package import Foundation
package import Texting

extension TurnDesk {
    package func campaign(_ id: Identifier<Kept.Campaign>) throws -> Campaign? {
        try db.row("SELECT id, texts, opens, expires, state FROM campaign WHERE id = ?", [id.data]).map { try Campaign($0) }
    }

    /// From here on its messages are queued, by whoever carries campaigns on.
    package func begin(_ order: CampaignOrder, by whom: String, at now: Date) throws -> Identifier<Kept.Campaign> {
        let id = Identifier<Kept.Campaign>(at: now, chance: chance)
        let texts = Dictionary(uniqueKeysWithValues: order.texts.map { ($0.rawValue, $1) })
        try db.run(
            """
            INSERT INTO campaign (id, made, made_by, audience, filter, texts, opens, expires, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'filling')
            """,
            [
                id.data, now.milliseconds, whom, order.written, try Self.json(order.audience), try Self.json(texts), order.opens,
                now.milliseconds + order.life.milliseconds,
            ])
        return id
    }

    /// Its messages are held one by one as they come to leave.
    ///
    /// - Returns: false where it is over.
    package func pause(_ id: Identifier<Kept.Campaign>) throws -> Bool {
        try db.run(
            "UPDATE campaign SET state = 'paused', swept = NULL WHERE id = ? AND state IN ('filling', 'running', 'paused')", [id.data])
        return db.changesCount > 0
    }

    /// What was held is due again, slice by slice; what was not queued yet goes on being queued.
    ///
    /// - Returns: false where it was stopped.
    package func resume(_ id: Identifier<Kept.Campaign>) throws -> Bool {
        try db.run(
            """
            UPDATE campaign SET state = CASE WHEN filled IS NULL THEN 'filling' ELSE 'running' END,
                swept = CASE state WHEN 'paused' THEN x'' ELSE swept END
            WHERE id = ? AND state <> 'stopped'
            """, [id.data])
        return db.changesCount > 0
    }

    /// For good: what comes to leave ends from now on, and what waits ends slice by slice.
    ///
    /// - Returns: false where it was stopped before.
    package func stop(_ id: Identifier<Kept.Campaign>) throws -> Bool {
        try db.run("UPDATE campaign SET state = 'stopped', swept = x'' WHERE id = ? AND state <> 'stopped'", [id.data])
        return db.changesCount > 0
    }

    /// Whether a real person of this number has asked us to begin nothing.
    package func hasOptedOut(_ number: PhoneNumber) throws -> Bool {
        try db.row("SELECT 1 FROM suppressed WHERE number_key = ?", [sealer.key(of: number, .people)]) != nil
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension Campaign {
    init(_ row: Row) throws {
        let texts = try JSONDecoder().decode([String: String].self, from: Data((row[1] as String).utf8))
        self.init(
            id: Identifier(row[0] as Data), texts: Dictionary(uniqueKeysWithValues: texts.map { (Language(rawValue: $0), $1) }),
            opens: row[2], expires: Date(milliseconds: row[3]), state: State(rawValue: row[4]) ?? .stopped)
    }
}
