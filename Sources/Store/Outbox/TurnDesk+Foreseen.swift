package import Foundation

extension TurnDesk {
    /// People's messages of a class that are due by then, those that come first in front; only looked at.
    ///
    /// - Parameter after: where the last page ended.
    package func foreseen(
        _ rank: MessageClass, dueBy moment: Date, at now: Date, after: Identifier<Kept.OutboxRow>?, limit: Int
    ) throws -> [DueMessage] {
        try db.rows(
            """
            \(Self.select)
            WHERE state = 'queued' AND class = ? AND due <= ? AND is_test = 0 AND number_box IS NOT NULL AND outbox.id > ?
            ORDER BY outbox.id LIMIT ?
            """, [rank.rawValue, moment.milliseconds, after?.data ?? Data(), limit]
        ).compactMap { row in
            let due = Date(milliseconds: row[9])
            return try message(row, at: max(due, now))
        }
    }
}
