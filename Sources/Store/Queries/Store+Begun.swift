package import Foundation
package import Texting

/// A text that we began and that is there.
package struct BegunText: Equatable, Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var text: String
    /// When it left.
    package var time: Date

    package init(id: Identifier<Kept.OutboxRow>, text: String, time: Date) {
        self.id = id
        self.text = text
        self.time = time
    }
}

extension Store {
    /// What we began for a number and has left for it, the oldest first: for the phone on the screen and that of a played conversation.
    package func begunTexts(to number: PhoneNumber, _ realm: Realm, since: Date?) async throws -> [BegunText] {
        let sealer = sealer
        return try await read { db in
            try db.rows(
                """
                SELECT outbox.id, text_box, sent FROM outbox JOIN contact ON contact.id = contact
                WHERE number_key = ? AND state IN ('accepted', 'delivered') AND class <> 'answer' AND sent >= ?
                ORDER BY sent, outbox.id
                """, [sealer.key(of: number, realm), since.from]
            ).map { row in
                BegunText(
                    id: Identifier(row[0] as Data), text: try sealer.text(row[1], .message), time: Date(milliseconds: row[2]))
            }
        }
    }
}
