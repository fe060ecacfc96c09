package import Dialogs
import Foundation
import GRDB

/// A contact's conversation that is alive.
package struct OpenConversation: Equatable, Sendable {
    package var id: Identifier<Kept.Conversation>
    /// The version whose words it was last shown.
    package var version: VersionID
    package var session: Session
}

extension TurnDesk {
    package func conversation(of contact: Identifier<Kept.Contact>) throws -> OpenConversation? {
        try db.row("SELECT id, version, box FROM conversation WHERE contact = ?", [contact.data]).map { row in
            OpenConversation(
                id: Identifier(row[0] as Data), version: VersionID(rawValue: row[1]),
                session: try JSONDecoder().decode(Session.self, from: sealer.open(row[2], .session)))
        }
    }

    /// The person hung up, or the network dropped them.
    package func markDropped(_ conversation: Identifier<Kept.Conversation>) throws {
        try db.run("UPDATE conversation SET state = 'dropped' WHERE id = ?", [conversation.data])
    }

    func keep(
        _ session: Session?, _ conversation: Identifier<Kept.Conversation>, of contact: Identifier<Kept.Contact>, _ version: VersionID
    ) throws {
        guard let session else {
            try db.run("DELETE FROM conversation WHERE id = ?", [conversation.data])
            return
        }
        let box = try sealer.box(JSONEncoder().encode(session), .session)
        try db.run(
            """
            INSERT INTO conversation (id, contact, version, state, touched, box) VALUES (?, ?, ?, 'open', ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET contact = excluded.contact, version = excluded.version, state = 'open', touched = excluded.touched, box = excluded.box
            """, [conversation.data, contact.data, version.rawValue, session.touched.milliseconds, box])
    }
}
