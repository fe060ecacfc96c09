package import Foundation
import GRDB

/// Whether all that we begin is held back.
extension TurnDesk {
    package func isSendingPaused() throws -> Bool { try db.row("SELECT 1 FROM setting WHERE name = 'sending-paused'") != nil }
}

extension Store {
    /// For what is sent without being a message of the outbox.
    package func idOfMessage(at now: Date) -> Identifier<Kept.OutboxRow> { Identifier(at: now, chance: chance) }

    package func isSendingPaused() async throws -> Bool {
        try await read { db in try db.row("SELECT 1 FROM setting WHERE name = 'sending-paused'") != nil }
    }

    /// From the next message on.
    package func pauseSending(at now: Date) async throws {
        try await write { db in
            try db.run(
                "INSERT INTO setting (name, value) VALUES ('sending-paused', ?) ON CONFLICT DO NOTHING",
                [Data("\(now.milliseconds)".utf8)])
        }
    }

    package func resumeSending() async throws {
        try await write { db in try db.run("DELETE FROM setting WHERE name = 'sending-paused'") }
        bell.ring()
    }

    /// When the next message of a channel is due, or of those that have none yet; nil where none waits.
    package func nextDue(on channel: String?) async throws -> Date? {
        try await read { db in
            var next: Int64?
            for rank in 0...3 {
                let row = try db.row(
                    "SELECT min(due) FROM outbox WHERE state = 'queued' AND channel IS ? AND rank = ?", [channel, rank])
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

    /// When the longest overdue message was to leave, and how many are due and have no channel that could carry them.
    package func overdue(at now: Date) async throws -> (oldest: Date?, withoutChannel: Int) {
        try await read { db in
            let row = try db.row("SELECT min(due) FROM outbox WHERE state = 'queued' AND due <= ?", [now.milliseconds])
            let count = try db.int(
                "SELECT count(*) FROM outbox WHERE state = 'queued' AND channel IS NULL AND tries = 0 AND due <= ?", [now.milliseconds])
            return ((row?[0] as Int64?).map { Date(milliseconds: $0) }, count)
        }
    }

    /// What waits to leave, for whoever watches from outside: by rank, from the index alone, so that a million of them cost little.
    package func queue(at now: Date) async throws -> Queue {
        try await read { db in
            var queue = Queue()
            let rows = try db.rows(
                "SELECT rank, count(*), min(due) FROM outbox INDEXED BY outbox_next WHERE state = 'queued' GROUP BY rank")
            for row in rows {
                queue.waiting[row[0]] = row[1]
                let due: Int64 = row[2]
                if due <= now.milliseconds { queue.oldest = min(queue.oldest ?? .distantFuture, Date(milliseconds: due)) }
            }
            queue.doubtful = try db.int("SELECT count(*) FROM outbox WHERE state = 'attempted' AND doubtful IS NOT NULL", [])
            return queue
        }
    }
}

/// What waits to leave.
package struct Queue: Equatable, Sendable {
    /// By `MessageClass.rank`.
    package var waiting: [Int: Int] = [:]
    /// When the longest overdue of them was to leave.
    package var oldest: Date?
    /// Messages of which nobody knows yet what became of them.
    package var doubtful = 0

    package init() {}
}
