package import Dialogs
package import Foundation

/// Where a contact's next answer or dial goes on, because a message of ours asked there.
extension TurnDesk {
    package func setOpening(_ target: String, by message: DueMessage, at now: Date) throws {
        let signUp = try message.signUp.flatMap { try self.signUp($0.reference, of: message.contact) }
        try db.run(
            """
            INSERT INTO opening (contact, target, sign_up, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (contact) DO UPDATE SET target = excluded.target, sign_up = excluded.sign_up, since = excluded.since
            """, [message.contact.data, target, signUp, now.milliseconds])
    }

    package func opening(of contact: Identifier<Kept.Contact>) throws -> Opening? {
        let select: SQL = """
            SELECT target, sign_up, since, EXISTS (
                SELECT 1 FROM live JOIN liveness ON liveness.version = live.version WHERE liveness.since > opening.since)
            FROM opening WHERE contact = ?
            """
        return try db.row(select, [contact.data]).map { row in
            Opening(
                target: row[0], signUp: try (row[1] as Data?).flatMap { try knownSignUp($0) }, since: Date(milliseconds: row[2]),
                isBehind: row[3])
        }
    }

    package func clearOpening(of contact: Identifier<Kept.Contact>) throws {
        try db.run("DELETE FROM opening WHERE contact = ?", [contact.data])
    }
}
