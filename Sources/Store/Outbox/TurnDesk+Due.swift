import Dialogs
package import Foundation
import Texting

extension TurnDesk {
    /// What may leave by a channel now, who is waited for first; one whose number went to somebody else ends here.
    ///
    /// - Parameter ranks: those that may leave at all.
    package func due(on channel: String, _ ranks: ClosedRange<Int>, at now: Date, limit: Int) throws -> [DueMessage] {
        var found: [DueMessage] = []
        for rank in ranks {
            while found.count < limit {
                let wanted = limit - found.count
                let rows = try db.rows(SQL(Self.selectDue), [channel, rank, now.milliseconds, wanted])
                for row in rows {
                    if let message = try message(row, at: now) { found.append(message) }
                }
                if rows.count < wanted { break }
            }
        }
        return found
    }

    /// The language of a sign-up may have changed since its reminder was planned.
    static let select = """
        SELECT outbox.id, outbox.contact, number_box, number_key, is_test, class, cause, coalesce(sign_up.language, outbox.language),
            text_box, due, expires, tries, failures, network, sign_up, outbox.campaign, doubted
        FROM outbox JOIN contact ON contact.id = outbox.contact LEFT JOIN sign_up ON sign_up.id = sign_up
        """
    package static let selectDue = """
        \(select)
        WHERE state = 'queued' AND outbox.channel = ? AND rank = ? AND due <= ?
        ORDER BY due LIMIT ?
        """

    func message(_ row: Row, at now: Date) throws -> DueMessage? {
        let id = Identifier<Kept.OutboxRow>(row[0] as Data)
        guard let box = row[2] as Data?, let rank = MessageClass(rawValue: row[5]) else {
            try end(id, .numberMoved, at: now)
            return nil
        }
        let contact = Identifier<Kept.Contact>(row[1] as Data)
        let key = row[3] as Data
        return DueMessage(
            id: id, contact: contact, number: try sealer.number(box), realm: row[4] ? .tests : .people, rank: rank, cause: row[6],
            language: (row[7] as String?).map { Language(rawValue: $0) }, text: try (row[8] as Data?).map { try sealer.text($0, .message) },
            due: Date(milliseconds: row[9]), expires: (row[10] as Int64?).map { Date(milliseconds: $0) }, tries: row[11], failures: row[12],
            network: row[13], signUp: try (row[14] as Data?).flatMap { try knownSignUp($0) },
            campaign: try (row[15] as Data?).flatMap { try campaign(Identifier($0)) },
            hasOptedOut: try rank.isBegun && db.row("SELECT 1 FROM suppressed WHERE number_key = ?", [key]) != nil,
            isInDoubt: row[16], blockedChannels: try blockedChannels(of: key))
    }

    /// The longest that a network gives a session, with some over: what is still open then was never told to be over.
    private static let longestSession = Duration.seconds(300)

    /// Whether the person has the screen of a session before them.
    package func isInSession(_ contact: Identifier<Kept.Contact>, at now: Date) throws -> Bool {
        try db.row(
            "SELECT 1 FROM session WHERE contact = ? AND state = 'open' AND touched > ?",
            [contact.data, now.milliseconds - Self.longestSession.milliseconds]) != nil
    }

    /// In days: what the cap a month counts.
    private static let month = Int64(30)

    /// When what is bound by the cap was sent to this person in the last 30 days, the latest first; also what may have arrived.
    package func bound(sentTo contact: Identifier<Kept.Contact>, before now: Date) throws -> [Date] {
        try db.rows(
            """
            SELECT sent FROM outbox
            WHERE contact = ? AND sent > ? AND (state IN ('attempted', 'accepted', 'delivered') OR state = 'ended' AND reason = 'unknown')
                AND class IN ('follow-up', 'reminder', 'campaign')
            ORDER BY sent DESC
            """, [contact.data, now.milliseconds - Self.month * 86_400_000]
        ).map { Date(milliseconds: $0[0]) }
    }
}
