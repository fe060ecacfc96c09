package import Foundation

extension Store {
    /// For what is sent without being a message of the outbox.
    package func idOfMessage(at now: Date) -> Identifier<Kept.OutboxRow> { Identifier(at: now, chance: chance) }

    /// When the next message of a channel is due, or of those that have none yet; nil where none waits.
    ///
    /// - Parameter moment: what was due by then is left out: it was looked at.
    package func nextDue(on channel: String?, after moment: Date? = nil) async throws -> Date? {
        let from = moment?.milliseconds ?? .min
        return try await read { db in
            var next: Int64?
            for rank in 0...3 {
                let row = try db.row(
                    "SELECT min(due) FROM outbox WHERE state = 'queued' AND channel IS ? AND rank = ? AND due > ?",
                    [channel, rank, from])
                if let due = row?[0] as Int64? { next = min(next ?? due, due) }
            }
            return next.map { Date(milliseconds: $0) }
        }
    }

    /// How many messages wait, of each class that has any, without a channel or with one.
    package func waiting() async throws -> [MessageClass: Int] {
        try await read { db in
            try db.rows("SELECT class, count(*) FROM outbox WHERE state = 'queued' GROUP BY class").reduce(into: [:]) { waiting, row in
                if let rank = MessageClass(rawValue: row[0]) { waiting[rank] = row[1] }
            }
        }
    }

    /// In minutes: what can't leave is looked at again within so many, and is due then.
    private static let looksAgain = Duration.seconds(10 * 60)

    /// Since when the longest waiting message of people's could have left, and how many have no channel that could carry them.
    package func overdue(at now: Date) async throws -> (oldest: Date?, withoutChannel: Int) {
        try await read { db in
            let soon = now.milliseconds + Self.looksAgain.milliseconds
            let people = "FROM outbox JOIN contact ON contact.id = contact WHERE state = 'queued' AND is_test = 0"
            // Whoever is made to wait gets a later moment; answers and confirmations are due when they are made.
            let oldest = try db.row(
                "SELECT min(CASE WHEN rank <= 1 THEN outbox.created ELSE due END) \(people) AND (due <= ?1 OR rank <= 1 AND due <= ?2)",
                [now.milliseconds, soon])
            let count = try db.int("SELECT count(*) \(people) AND channel IS NULL AND reason = ?", [EndReason.noRoute.rawValue])
            return ((oldest?[0] as Int64?).map { Date(milliseconds: $0) }, count)
        }
    }

    /// What money each channel's messages have cost, by their currencies.
    package func currenciesSpent() async throws -> [String: Set<String>] {
        try await read { db in
            try db.rows("SELECT DISTINCT channel, currency FROM sent_day WHERE currency <> ''").reduce(into: [:]) { spent, row in
                spent[row[0], default: []].insert(row[1])
            }
        }
    }
}
