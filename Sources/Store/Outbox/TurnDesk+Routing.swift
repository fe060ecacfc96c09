package import Foundation
package import Texting

/// A message that is due and has no channel yet, or none that works.
package struct UnroutedMessage: Sendable {
    package var id: Identifier<Kept.OutboxRow>
    package var number: PhoneNumber
    package var realm: Realm
    package var network: String?
    package var expires: Date?
    package var blockedChannels: Set<String>
}

/// Where a walk through what waits for a channel goes on.
package struct WaitingPlace: Sendable {
    var rank: Int
    var due: Int64
    var id: Data
}

extension TurnDesk {
    /// What is due and waits for a channel, in the order in which it leaves. One whose number went to somebody else ends here.
    package func unrouted(at now: Date, limit: Int) throws -> [UnroutedMessage] {
        var found: [UnroutedMessage] = []
        for rank in 0...3 where found.count < limit {
            let rows = try db.rows(
                """
                \(Self.selectUnrouted) WHERE state = 'queued' AND channel IS NULL AND rank = ? AND due <= ? ORDER BY due LIMIT ?
                """, [rank, now.milliseconds, limit - found.count])
            for row in rows {
                if let message = try unrouted(row) {
                    found.append(message)
                } else {
                    try end(Identifier(row[0] as Data), .numberMoved, at: now)
                }
            }
        }
        return found
    }

    /// What waits for a channel, due or not, and where the rest of it begins; nil where that was all.
    package func waiting(
        on channel: String, _ ranks: ClosedRange<Int>, after place: WaitingPlace?, limit: Int
    ) throws -> (messages: [UnroutedMessage], next: WaitingPlace?) {
        let place = place ?? WaitingPlace(rank: ranks.lowerBound, due: .min, id: Data())
        for rank in ranks where rank >= place.rank {
            let isFirst = rank == place.rank
            let rows = try db.rows(
                """
                \(Self.selectUnrouted) WHERE state = 'queued' AND channel = ? AND rank = ? AND (due, outbox.id) > (?, ?)
                ORDER BY due, outbox.id LIMIT ?
                """, [channel, rank, isFirst ? place.due : .min, isFirst ? place.id : Data(), limit])
            guard let last = rows.last else { continue }
            return (try rows.compactMap { try unrouted($0) }, WaitingPlace(rank: rank, due: last[6], id: last[0]))
        }
        return ([], nil)
    }

    private static let selectUnrouted = """
        SELECT outbox.id, number_box, number_key, is_test, network, expires, due FROM outbox JOIN contact ON contact.id = contact
        """

    private func unrouted(_ row: Row) throws -> UnroutedMessage? {
        guard let box = row[1] as Data? else { return nil }
        return UnroutedMessage(
            id: Identifier(row[0] as Data), number: try sealer.number(box), realm: row[3] ? .tests : .people, network: row[4],
            expires: (row[5] as Int64?).map { Date(milliseconds: $0) }, blockedChannels: try blockedChannels(of: row[2]))
    }

    package func route(_ id: Identifier<Kept.OutboxRow>, by channel: String, network: String?, at now: Date) throws {
        // What waited because its channel had failed need not wait for another.
        try db.run(
            """
            UPDATE outbox SET channel = ?1, network = ?2, due = CASE WHEN failures > 0 THEN min(due, ?3) ELSE due END, failures = 0,
                reason = NULL, updated = ?3
            WHERE id = ?4 AND state = 'queued'
            """, [channel, network, now.milliseconds, id.data])
    }

    /// Looked at again then.
    ///
    /// - Parameter why: what staff can do something about.
    package func hold(_ id: Identifier<Kept.OutboxRow>, until: Date, _ why: EndReason? = nil) throws {
        try db.run(
            "UPDATE outbox SET due = ?, reason = ? WHERE id = ? AND state = 'queued'", [until.milliseconds, why?.rawValue, id.data])
    }

    package func end(_ id: Identifier<Kept.OutboxRow>, _ reason: EndReason, at now: Date) throws {
        try db.endQueued(where: "id = ?", [id.data], reason: reason, at: now)
    }

    /// It waits for a channel anew.
    package func unroute(_ id: Identifier<Kept.OutboxRow>, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET channel = NULL, failures = 0, updated = ? WHERE id = ? AND state = 'queued'", [now.milliseconds, id.data])
    }

    /// What waits for a channel that is none any more waits for another; whether there may be more of it.
    package func unrouteStrays(knowing channels: Set<String>, limit: Int, at now: Date) throws -> Bool {
        var name = ""
        while let channel = try db.row("SELECT min(channel) FROM outbox WHERE state = 'queued' AND channel > ?", [name])?[0] as String? {
            name = channel
            guard !channels.contains(channel) else { continue }
            try db.run(
                """
                UPDATE outbox SET channel = NULL, failures = 0, updated = ?
                WHERE id IN (SELECT id FROM outbox WHERE state = 'queued' AND channel = ? LIMIT ?)
                """, [now.milliseconds, channel, limit])
            return true
        }
        return false
    }

    func blockedChannels(of numberKey: Data) throws -> Set<String> {
        Set(try db.rows("SELECT channel FROM blocked WHERE number_key = ?", [numberKey]).map { $0[0] as String })
    }
}
