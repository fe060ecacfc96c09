package import Foundation

extension TurnDesk {
    /// How long back what we answered to an SMS is still somebody's last message from us.
    private static let remembered = Duration.seconds(7 * 86_400)

    /// When this contact was last sent anything by SMS, or is about to be: what we began, and what we answered.
    package func lastSent(to contact: Identifier<Kept.Contact>, at now: Date) throws -> Date? {
        try db.row(
            """
            SELECT max(at) FROM (
                SELECT coalesce(sent, due) AS at FROM outbox WHERE contact = ?1
                    AND (state IN ('attempted', 'accepted', 'delivered')
                        OR state = 'queued' AND due <= ?2 AND coalesce(expires > ?2, 1))
                UNION ALL
                SELECT answered_by_sms FROM contact WHERE id = ?1 AND answered_by_sms > ?3)
            """, [contact.data, now.milliseconds, now.milliseconds - Self.remembered.milliseconds]
        ).flatMap { ($0[0] as Int64?).map { Date(milliseconds: $0) } }
    }
}
