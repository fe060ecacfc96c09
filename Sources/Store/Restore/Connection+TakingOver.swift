import Foundation
import GRDB

/// What a restored database is told by the one that it replaces, which is attached as `old` and may have other columns.
extension Connection {
    func takeOver(at now: Date) throws -> (stops: Int, settled: Int) {
        let stops = try takeOverWishes()
        try takeOver("campaign", key: "id")
        let settled = try takeOverMessages()
        try takeOver(
            "sent_day", key: "channel, day, currency", updating: "parts = max(parts, excluded.parts), micros = max(micros, excluded.micros)"
        )
        try takeOver("early_report", key: "gateway_key")
        try takeOver(
            "opening", key: "contact",
            where: "contact IN (SELECT id FROM main.contact) AND (sign_up IS NULL OR sign_up IN (SELECT id FROM main.sign_up))")
        try doubtWhoseNumberMoved()
        return (stops, settled)
    }

    /// Who wants nothing begun, whom a gateway blocks, and whether staff hold everything back.
    ///
    /// - Returns: how many numbers are newly known to have said STOP.
    func takeOverWishes() throws -> Int {
        let before = try int("SELECT count(*) FROM main.suppressed")
        try takeOver("opt_change", key: "number_key, at, change", updating: nil)
        try takeOver("suppressed", key: "number_key", updating: nil)
        try takeOver("blocked", key: "number_key, channel", updating: nil)
        let stops = try int("SELECT count(*) FROM main.suppressed") - before
        // START lifts a STOP that came before it, and none other.
        try run(
            """
            DELETE FROM main.suppressed WHERE 'started' = (
                SELECT change FROM main.opt_change AS newest WHERE newest.number_key = suppressed.number_key AND newest.at >= suppressed.since
                ORDER BY at DESC, change DESC LIMIT 1)
            """)
        try run("INSERT INTO main.setting SELECT * FROM old.setting WHERE name = 'sending-paused' ON CONFLICT DO NOTHING")
        return stops
    }

    /// What left since has left; and what a campaign had queued since is its queue still. Of people who are not there nothing is taken.
    private func takeOverMessages() throws -> Int {
        let columns = try commonColumns(of: "outbox")
        let isSettled: SQL = "SELECT count(*) FROM main.outbox WHERE state NOT IN ('queued', 'attempted')"
        let before = try int(isSettled)
        try takeOver(
            "outbox", columns, key: "id",
            values: columns.map { $0 == "sign_up" ? "CASE WHEN sign_up IN (SELECT id FROM main.sign_up) THEN sign_up END" : $0 },
            where: """
                contact IN (SELECT id FROM main.contact) AND (
                    state <> 'queued' OR id IN (SELECT id FROM main.outbox)
                    OR \(columns.contains("campaign") ? "campaign IS NOT NULL" : "0")
                        AND (sign_up IS NULL OR sign_up IN (SELECT id FROM main.sign_up)))
                """)
        return try int(isSettled) - before
    }

    /// A number that is somebody else's by now is written nothing before its holder has said who they are.
    private func doubtWhoseNumberMoved() throws {
        let doubted = try commonColumns(of: "contact").contains("doubted") ? "later.doubted = 1 OR" : ""
        try run(
            """
            UPDATE main.contact SET doubted = 1 WHERE EXISTS (
                SELECT 1 FROM old.contact AS later WHERE later.id = contact.id AND (\(doubted) later.number_key IS NULL))
            OR EXISTS (SELECT 1 FROM old.contact AS later WHERE later.number_key = contact.number_key AND later.id <> contact.id)
            """)
    }

    /// Rows of the old database's table; where both have one, the old one's is the later.
    ///
    /// - Parameter updating: what becomes of a row that both have; nil: it stays.
    private func takeOver(
        _ table: String, _ columns: [String]? = nil, key: String, values: [String]? = nil, where condition: String = "true",
        updating: String?
    ) throws {
        let columns = try columns ?? commonColumns(of: table)
        guard !columns.isEmpty else { return }
        let values = values ?? columns
        try run(
            """
            INSERT INTO main.\(table) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))
            FROM old.\(table) WHERE \(condition) ON CONFLICT (\(key)) DO \(updating.map { "UPDATE SET \($0)" } ?? "NOTHING")
            """)
    }

    private func takeOver(
        _ table: String, _ columns: [String]? = nil, key: String, values: [String]? = nil, where condition: String = "true"
    ) throws {
        let columns = try columns ?? commonColumns(of: table)
        let updating = columns.filter { !key.components(separatedBy: ", ").contains($0) }.map { "\($0) = excluded.\($0)" }
        try takeOver(table, columns, key: key, values: values, where: condition, updating: updating.joined(separator: ", "))
    }

    /// Those that can be written and that both have; none where the old one has no such table.
    private func commonColumns(of table: String) throws -> [String] {
        try rows(
            """
                SELECT name FROM pragma_table_xinfo(?1, 'main') WHERE hidden = 0
                INTERSECT SELECT name FROM pragma_table_xinfo(?1, 'old') WHERE hidden = 0
            """, [table]
        ).map { $0[0] }
    }
}
