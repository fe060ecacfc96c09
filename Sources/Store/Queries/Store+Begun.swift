package import Foundation
import GRDB
package import Texting

/// A text that we began and that is on its way, or there.
package struct BegunText: Equatable, Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var text: String
    /// When it was to leave.
    package var time: Date

    package init(id: Identifier<Kept.OutboxRow>, text: String, time: Date) {
        self.id = id
        self.text = text
        self.time = time
    }
}

extension Store {
    /// What we began for a number that is due and did not end without arriving, the oldest first.
    package func begunTexts(to number: PhoneNumber, _ realm: Realm, since: Date?, at now: Date) async throws -> [BegunText] {
        let sealer = sealer
        return try await read { db in
            try db.rows(
                """
                SELECT outbox.id, text_box, due FROM outbox JOIN contact ON contact.id = contact
                WHERE number_key = ? AND state <> 'ended' AND due <= ? AND due >= ? AND text_box IS NOT NULL
                    AND (state <> 'queued' OR coalesce(expires > ?2, 1))
                ORDER BY due, outbox.id
                """, [sealer.key(of: number, realm), now.milliseconds, since.from]
            ).map { row in
                BegunText(
                    id: Identifier(row[0] as Data), text: try sealer.text(row[1], .message), time: Date(milliseconds: row[2]))
            }
        }
    }
}
