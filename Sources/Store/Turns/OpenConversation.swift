package import Dialogs
package import Foundation

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

extension OpenConversation {
    /// As its row holds it.
    struct Sealed: Equatable, Sendable {
        var id: Identifier<Kept.Conversation>
        var version: VersionID
        var shownOn: ChannelKind
        var touched: Date
        var box: [UInt8]

        /// - Parameter first: the column where it begins; nil where there is NULL.
        init?(_ row: Row, from first: Int) {
            guard let id = row[first] as Identifier<Kept.Conversation>? else { return nil }
            self.id = id
            version = VersionID(rawValue: row[first + 1])
            shownOn = ChannelKind(rawValue: row[first + 2]) ?? .ussd
            touched = Date(milliseconds: row[first + 3])
            box = row[first + 4]
        }
    }

    init(_ sealed: Sealed, session: Session) {
        self.init(id: sealed.id, version: sealed.version, shownOn: sealed.shownOn, touched: sealed.touched, session: session)
    }
}

extension TurnDesk {
    func opened(_ sealed: OpenConversation.Sealed) throws -> OpenConversation {
        let session = try memo.take(sealed.id, in: sealed.box) ?? Session(stored: sealer.open(sealed.box, .session))
        return OpenConversation(sealed, session: session)
    }
}

extension TurnDesk {
    package func conversation(of contact: Identifier<Kept.Contact>) throws -> OpenConversation? {
        try db.row("SELECT id, version, shown_on, touched, box FROM conversation WHERE contact = ?", [contact])
            .flatMap { OpenConversation.Sealed($0, from: 0) }.map { try opened($0) }
    }

    /// The person hung up, or the network dropped them.
    package func markDropped(_ conversation: Identifier<Kept.Conversation>) throws {
        try db.run("UPDATE conversation SET state = 'dropped' WHERE id = ?", [conversation])
    }

    func keep(_ session: Session?, of taken: TakenTurn) throws {
        guard let session else {
            try db.run("DELETE FROM conversation WHERE id = ?", [taken.conversation])
            memo.forget(taken.conversation)
            return
        }
        let box = try sealer.box(session.stored, .session)
        memo.remember(session, of: taken.conversation, in: box)
        if taken.standing?.holder?.conversation?.version == taken.version {
            // What has an index, or stands for a row elsewhere, is not written again: SQLite would look it all up.
            try db.run(
                "UPDATE conversation SET state = 'open', touched = ?, shown_on = coalesce(?, shown_on), box = ? WHERE id = ?",
                [session.touched.milliseconds, taken.occasion.shownOn?.rawValue, box, taken.conversation])
            return
        }
        try db.run(
            """
            INSERT INTO conversation (id, contact, version, state, touched, shown_on, box)
            VALUES (?1, ?2, ?3, 'open', ?4, coalesce(?5, 'ussd'), ?6)
            ON CONFLICT (id) DO UPDATE
            SET contact = ?2, version = ?3, state = 'open', touched = ?4, shown_on = coalesce(?5, shown_on), box = ?6
            """,
            [
                taken.conversation, taken.contact, taken.version.rawValue, session.touched.milliseconds,
                taken.occasion.shownOn?.rawValue, box,
            ])
    }
}
