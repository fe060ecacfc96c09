import Foundation
import GRDB

/// What waited when the backup was made and may have left since.
extension Connection {
    /// What the old database, attached as `old`, does not know any more: it left, was cancelled or went with its person.
    func endWhatIsNotKnown(at now: Date) throws -> Int {
        try run(
            """
            UPDATE main.outbox SET state = 'ended', reason = ?, doubtful = NULL, updated = ?
            WHERE state IN ('queued', 'attempted') AND id NOT IN (SELECT id FROM old.outbox)
            """, [EndReason.restored.rawValue, now.milliseconds])
        return changesCount
    }

    /// Where nothing is known: whatever was due by now, and campaigns whole, since staff may have let them go early. A reminder of a later
    /// day can't have left.
    func endWhatMayHaveLeft(by now: Date) throws -> Int {
        try run(
            """
            UPDATE outbox SET state = 'ended', reason = ?1, doubtful = NULL, updated = ?2
            WHERE state = 'attempted' OR state = 'queued' AND (class = 'campaign' OR due <= ?2)
            """, [EndReason.restored.rawValue, now.milliseconds])
        let ended = changesCount
        try run("UPDATE campaign SET state = 'stopped', swept = NULL WHERE state <> 'stopped' AND (filled IS NULL OR state <> 'running')")
        return ended
    }
}
