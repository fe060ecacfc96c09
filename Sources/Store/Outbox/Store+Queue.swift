package import Foundation

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

extension Store {
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
