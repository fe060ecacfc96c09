package import Foundation
import GRDB
package import Texting

/// A message that is due and has no channel yet.
package struct UnroutedMessage: Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var number: PhoneNumber
    package var realm: Realm
    package var network: String?
    package var expires: Date?
    package var blockedChannels: Set<String>
}

extension TurnDesk {
    /// What is due and waits for a channel, in the order in which it leaves. One whose number went to somebody else ends here.
    package func unrouted(at now: Date, limit: Int) throws -> [UnroutedMessage] {
        var found: [UnroutedMessage] = []
        for rank in 0...3 where found.count < limit {
            let rows = try db.rows(
                """
                SELECT outbox.id, number_box, number_key, is_test, network, expires FROM outbox JOIN contact ON contact.id = contact
                WHERE state = 'queued' AND channel IS NULL AND rank = ? AND due <= ? ORDER BY due LIMIT ?
                """, [rank, now.milliseconds, limit - found.count])
            for row in rows {
                let id = Identifier<Kept.OutboxRow>(row[0] as Data)
                guard let box = row[1] as Data? else {
                    try end(id, .numberMoved, at: now)
                    continue
                }
                found.append(
                    UnroutedMessage(
                        id: id, number: try sealer.number(box), realm: row[3] ? .tests : .people, network: row[4],
                        expires: (row[5] as Int64?).map { Date(milliseconds: $0) },
                        blockedChannels: try blockedChannels(of: row[2])))
            }
        }
        return found
    }

    package func route(_ id: Identifier<Kept.OutboxRow>, by channel: String, network: String?, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET channel = ?, network = ?, failures = 0, updated = ? WHERE id = ? AND state = 'queued'",
            [channel, network, now.milliseconds, id.data])
    }

    /// Looked at again then.
    package func hold(_ id: Identifier<Kept.OutboxRow>, until: Date) throws {
        try db.run("UPDATE outbox SET due = ? WHERE id = ? AND state = 'queued'", [until.milliseconds, id.data])
    }

    package func end(_ id: Identifier<Kept.OutboxRow>, _ reason: EndReason, at now: Date) throws {
        try db.endQueued(where: "id = ?", [id.data], reason: reason, at: now)
    }

    /// What people wait for and has not left by this channel waits for another.
    package func unroute(from channel: String, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET channel = NULL, updated = ? WHERE state = 'queued' AND channel = ? AND rank <= 1 AND class <> 'answer'",
            [now.milliseconds, channel])
    }

    func blockedChannels(of numberKey: Data) throws -> Set<String> {
        Set(try db.rows("SELECT channel FROM blocked WHERE number_key = ?", [numberKey]).map { $0[0] as String })
    }
}
