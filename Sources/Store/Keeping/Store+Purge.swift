package import Foundation
import Synchronization

extension Store {
    /// Takes away what was kept long enough, in slices behind what people wait for; cancelled, it ends with the slice that it is at, so that
    /// nobody who stops the service waits for millions of rows to be walked.
    package func purge(at now: Date) async throws -> Purged {
        guard let writer else { throw StoreProblem.notDurable }
        let isGivenUp = Mutex(false)
        return try await withTaskCancellationHandler {
            try await purge(by: writer, at: now) { isGivenUp.withLock { $0 } }
        } onCancel: {
            isGivenUp.withLock { $0 = true }
        }
    }

    private func purge(by writer: Writer, at now: Date, unless isGivenUp: @escaping @Sendable () -> Bool) async throws -> Purged {
        var purged = Purged()
        for kind in Expired.allCases {
            let times = kind.times(retention, now)
            let done = Mutex((count: 0, walked: Data()))
            try await writer.bulk { db in
                try done.withLock { done in
                    guard !isGivenUp(), let last = try kind.last(db, after: done.walked) else { return false }
                    done.count += try kind.delete(db, after: done.walked, through: last, times)
                    done.walked = last
                    return true
                }
            }
            purged[keyPath: kind.count] += done.withLock { $0.count }
        }
        // Of a channel that is no more: nobody asks for its sessions.
        let forgotten = now.milliseconds - retention.steps.milliseconds
        try await write { db in try db.run("DELETE FROM awaited_end WHERE since < ?", [forgotten]) }
        if purged != Purged() {
            checkpoints?.emptyLogSoon()
            // Something to commit, so that the log is looked at.
            try await write { _ in }
        }
        try Task.checkCancellation()
        return purged
    }
}

/// What has a time to go, in an order in which what belongs to something goes before it. Each table is walked once, key by key, so that no
/// turn has to keep an index of times up to date.
private enum Expired: CaseIterable {
    case conversations, recordings, signUps, callbacks, sessions, ends, sent, reports, openings, campaigns, contacts

    var count: WritableKeyPath<Purged, Int> {
        switch self {
        case .conversations: \.conversations
        case .recordings: \.recordings
        case .signUps: \.signUps
        case .callbacks: \.callbacks
        case .sessions, .ends: \.sessions
        case .sent, .reports, .openings, .campaigns: \.messages
        case .contacts: \.contacts
        }
    }

    private var table: (name: String, key: String) {
        switch self {
        case .conversations: ("conversation", "id")
        case .recordings: ("recording", "id")
        case .signUps: ("sign_up", "id")
        case .callbacks: ("callback", "id")
        case .sessions: ("session", "key")
        case .ends: ("session_end", "session")
        case .sent: ("outbox", "id")
        case .reports: ("early_report", "gateway_key")
        case .openings: ("opening", "contact")
        case .campaigns: ("campaign", "id")
        case .contacts: ("contact", "id")
        }
    }

    /// Rows looked at in one slice, which must be over in less than 5 ms: fewer where much goes with a row.
    private var slice: Int {
        switch self {
        case .recordings, .signUps, .contacts: 25
        case .conversations, .callbacks, .sessions, .ends, .sent, .reports, .openings, .campaigns: 200
        }
    }

    /// Before which time it goes and, for sign-ups with a time of their own, now.
    func times(_ retention: Retention, _ now: Date) -> Bindings {
        let now = now.milliseconds
        return switch self {
        case .conversations: [now - retention.answers.milliseconds]
        case .recordings, .ends, .sent, .openings, .campaigns, .contacts: [now - retention.recordings.milliseconds]
        case .signUps: [now - retention.signUps.milliseconds, now]
        case .callbacks: [now - retention.callbacks.milliseconds]
        case .sessions, .reports: [now - retention.steps.milliseconds]
        }
    }

    /// The last key of the next slice; nil behind the end.
    func last(_ db: Connection, after walked: Data) throws -> Data? {
        try db.row(
            "SELECT max(key) FROM (SELECT \(table.key) AS key FROM \(table.name) WHERE \(table.key) > ? ORDER BY key LIMIT \(slice))",
            [walked]
        ).flatMap { $0[0] }
    }

    func delete(_ db: Connection, after walked: Data, through last: Data, _ times: Bindings) throws -> Int {
        try db.run("DELETE FROM \(table.name) WHERE \(table.key) > ? AND \(table.key) <= ? AND \(condition)", [walked, last] + times)
        return db.changesCount
    }

    private var condition: String {
        switch self {
        case .conversations, .sessions: "touched < ?3"
        case .recordings:
            """
            began < ?3 AND id NOT IN (SELECT id FROM conversation)
                AND NOT EXISTS (SELECT 1 FROM turn WHERE recording = recording.id AND at >= ?3)
            """
        case .signUps: "coalesce(keep_until <= ?4, updated < ?3)"
        case .callbacks: "created < ?3"
        case .ends, .reports: "at < ?3"
        case .sent: "state IN ('accepted', 'delivered', 'ended') AND updated < ?3"
        case .openings: "since < ?3"
        case .campaigns:
            "made < ?3 AND state <> 'filling' AND NOT EXISTS (SELECT 1 FROM outbox WHERE campaign = campaign.id)"
        // Of somebody who registered nothing, asked for nothing and came no more.
        case .contacts:
            """
            seen < ?3 AND NOT EXISTS (SELECT 1 FROM sign_up WHERE contact = contact.id)
                AND NOT EXISTS (SELECT 1 FROM callback WHERE contact = contact.id)
                AND NOT EXISTS (SELECT 1 FROM recording WHERE contact = contact.id)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE contact = contact.id)
            """
        }
    }
}
