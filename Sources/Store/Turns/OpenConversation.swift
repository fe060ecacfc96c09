package import Dialogs
package import Foundation
import GRDB

/// A contact's conversation that is alive.
package struct OpenConversation: Equatable, Sendable {
    package var id: Identifier<Kept.Conversation>
    /// The version whose words it was last shown.
    package var version: VersionID
    /// What kind of channel it was last shown on.
    package var shownOn: ChannelKind
    package var touched: Date
    package var session: Session
}

extension TurnDesk {
    package func conversation(of contact: Identifier<Kept.Contact>) throws -> OpenConversation? {
        try db.row("SELECT id, version, shown_on, touched, box FROM conversation WHERE contact = ?", [contact.data]).map { row in
            OpenConversation(
                id: Identifier(row[0] as Data), version: VersionID(rawValue: row[1]), shownOn: ChannelKind(rawValue: row[2]) ?? .ussd,
                touched: Date(milliseconds: row[3]), session: try JSONDecoder().decode(Session.self, from: sealer.open(row[4], .session)))
        }
    }

    /// The person hung up, or the network dropped them.
    package func markDropped(_ conversation: Identifier<Kept.Conversation>) throws {
        try db.run("UPDATE conversation SET state = 'dropped' WHERE id = ?", [conversation.data])
    }

    func keep(_ session: Session?, of taken: TakenTurn) throws {
        guard let session else {
            try db.run("DELETE FROM conversation WHERE id = ?", [taken.conversation.data])
            return
        }
        let box = try sealer.box(JSONEncoder().encode(session), .session)
        try db.run(
            """
            INSERT INTO conversation (id, contact, version, state, touched, shown_on, box)
            VALUES (?1, ?2, ?3, 'open', ?4, coalesce(?5, 'ussd'), ?6)
            ON CONFLICT (id) DO UPDATE
            SET contact = ?2, version = ?3, state = 'open', touched = ?4, shown_on = coalesce(?5, shown_on), box = ?6
            """,
            [
                taken.conversation.data, taken.contact.data, taken.version.rawValue, session.touched.milliseconds,
                taken.occasion.shownOn?.rawValue, box,
            ])
    }
}
