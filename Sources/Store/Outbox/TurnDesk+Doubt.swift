package import Foundation
package import Texting

/// A message of which nobody knows whether it left.
package struct DoubtfulMessage: Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var rank: MessageClass
    package var channel: String
    package var number: PhoneNumber?
    package var text: String
    package var sent: Date
    /// How often it was in doubt, this time included.
    package var unknowns: Int
}

extension TurnDesk {
    /// What was under way when the process before this one ended is in doubt since it was handed over. Once, before anything is sent.
    package func doubtWhatWasUnderWay() throws {
        try db.run("UPDATE outbox SET doubtful = sent, unknowns = unknowns + 1 WHERE state = 'attempted' AND doubtful IS NULL")
    }

    /// What has been in doubt since before that, the longest first.
    package func doubtful(since: Date, limit: Int) throws -> [DoubtfulMessage] {
        try db.rows(
            """
            SELECT outbox.id, class, channel, number_box, text_box, sent, unknowns FROM outbox JOIN contact ON contact.id = contact
            WHERE state = 'attempted' AND doubtful <= ? ORDER BY doubtful LIMIT ?
            """, [since.milliseconds, limit]
        ).map { row in
            DoubtfulMessage(
                id: Identifier(row[0] as Data), rank: MessageClass(rawValue: row[1]) ?? .campaign, channel: row[2],
                number: try (row[3] as Data?).map { try sealer.number($0) },
                text: try (row[4] as Data?).map { try sealer.text($0, .message) } ?? "", sent: Date(milliseconds: row[5]),
                unknowns: row[6])
        }
    }

    /// It is sent once more, now.
    ///
    /// - Parameter channel: nil where its own is none any more.
    package func sendAgain(_ id: Identifier<Kept.OutboxRow>, by channel: String?, at now: Date) throws {
        try db.run(
            """
            UPDATE outbox SET state = 'queued', channel = ?1, due = ?2, doubtful = NULL, text_box = \(Self.textOfNext), updated = ?2
            WHERE id = ?3 AND state = 'attempted'
            """, [channel, now.milliseconds, id.data])
        bell.ring()
    }

    /// Staff see that nobody knows.
    package func leaveUnknown(_ id: Identifier<Kept.OutboxRow>, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET state = 'ended', reason = 'unknown', doubtful = NULL, updated = ? WHERE id = ? AND state = 'attempted'",
            [now.milliseconds, id.data])
    }
}
