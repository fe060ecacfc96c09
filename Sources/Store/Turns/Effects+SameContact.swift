import Foundation

extension TurnDesk {
    /// It is still theirs, and what waited for that leaves.
    func settleDoubt(of contact: Identifier<Kept.Contact>, at now: Date) throws {
        try db.run("UPDATE contact SET doubted = 0 WHERE id = ?", [contact.data])
        try db.run(
            "UPDATE outbox SET due = ?, reason = NULL, updated = ?1 WHERE contact = ? AND state = 'queued' AND reason = ?",
            [now.milliseconds, contact.data, EndReason.numberInDoubt.rawValue])
        if db.changesCount > 0 { bell.ring() }
    }
}
