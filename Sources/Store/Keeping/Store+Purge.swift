package import Foundation
import GRDB
import Synchronization

extension Store {
    /// Takes away what was kept long enough, in slices behind what people wait for.
    package func purge(at now: Date) async throws -> Purged {
        guard let writer else { throw StoreProblem.notDurable }
        let counted = Mutex(Purged())
        for kind in Expired.allCases {
            let before = kind.times(retention, now)
            try await writer.bulk { db in
                let count = try kind.delete(db, before)
                counted.withLock { $0[keyPath: kind.count] += count }
                return count == Expired.slice
            }
        }
        if counted.withLock({ $0 != Purged() }) {
            checkpoints?.emptyLogSoon()
            // Something to commit, so that the log is looked at.
            try await write { _ in }
        }
        return counted.withLock { $0 }
    }
}

/// What has a time to go, in an order in which what belongs to something goes before it.
private enum Expired: CaseIterable {
    case conversations, recordings, signUps, callbacks, sessions, ends, contacts

    /// Rows at once: a slice must be over in less than 5 ms.
    static let slice = 25

    var count: WritableKeyPath<Purged, Int> {
        switch self {
        case .conversations: \.conversations
        case .recordings: \.recordings
        case .signUps: \.signUps
        case .callbacks: \.callbacks
        case .sessions, .ends: \.sessions
        case .contacts: \.contacts
        }
    }

    /// What is bound: the time before which it goes and, for sign-ups with a time of their own, now.
    func times(_ retention: Retention, _ now: Date) -> StatementArguments {
        let now = now.milliseconds
        return switch self {
        case .conversations: [now - retention.answers.milliseconds]
        case .recordings, .ends, .contacts: [now - retention.recordings.milliseconds]
        case .signUps: [now - retention.signUps.milliseconds, now]
        case .callbacks: [now - retention.callbacks.milliseconds]
        case .sessions: [now - retention.steps.milliseconds]
        }
    }

    func delete(_ db: Database, _ times: StatementArguments) throws -> Int {
        try db.run("\(sql) LIMIT \(Self.slice))", times)
        return db.changesCount
    }

    private var sql: String {
        switch self {
        case .conversations: "DELETE FROM conversation WHERE id IN (SELECT id FROM conversation WHERE touched < ?"
        case .recordings:
            """
            DELETE FROM recording WHERE id IN (
                SELECT id FROM recording WHERE began < ?1 AND id NOT IN (SELECT id FROM conversation)
                    AND NOT EXISTS (SELECT 1 FROM turn WHERE recording = recording.id AND at >= ?1)
            """
        case .signUps:
            """
            DELETE FROM sign_up WHERE id IN (
                SELECT id FROM sign_up WHERE coalesce(keep_until <= ?2, updated < ?1)
            """
        case .callbacks: "DELETE FROM callback WHERE id IN (SELECT id FROM callback WHERE created < ?"
        case .sessions: "DELETE FROM session WHERE key IN (SELECT key FROM session WHERE touched < ?"
        case .ends: "DELETE FROM session_end WHERE session IN (SELECT session FROM session_end WHERE at < ?"
        // Of somebody who registered nothing, asked for nothing and came no more.
        case .contacts:
            """
            DELETE FROM contact WHERE id IN (
                SELECT id FROM contact WHERE seen < ?
                    AND NOT EXISTS (SELECT 1 FROM sign_up WHERE contact = contact.id)
                    AND NOT EXISTS (SELECT 1 FROM callback WHERE contact = contact.id)
                    AND NOT EXISTS (SELECT 1 FROM recording WHERE contact = contact.id)
            """
        }
    }
}
