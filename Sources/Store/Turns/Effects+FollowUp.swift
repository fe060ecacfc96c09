import Dialogs
import Foundation

extension TurnDesk {
    /// One of the same cause that waits is moved; one that left in this conversation is enough. For a number that we write nothing to
    /// there is no row at all.
    func plan(_ followUp: PlannedFollowUp, of taken: TakenTurn) throws {
        guard try !isSuppressed(taken) else { return }
        let language = try taken.turn.session?.language ?? facts(of: taken.contact).language
        let text = try sealer.box(followUp.text, .message)
        try db.run(
            """
            UPDATE outbox SET due = ?, expires = ?, text_box = ?, language = ?, conversation = ?, updated = ?
            WHERE contact = ? AND class = 'follow-up' AND cause = ? AND state = 'queued'
            """,
            [
                followUp.due.milliseconds, followUp.expires.milliseconds, text, language?.rawValue, taken.conversation.data,
                taken.now.milliseconds, taken.contact.data, followUp.cause,
            ])
        guard try db.changesCount == 0 && !hasLeft(followUp, of: taken) else { return }
        try db.run(
            """
            INSERT INTO outbox (id, contact, class, cause, language, text_box, due, expires, state, created, updated, conversation)
            VALUES (?, ?, 'follow-up', ?, ?, ?, ?, ?, 'queued', ?, ?, ?)
            """,
            [
                Identifier<Kept.OutboxRow>(at: taken.now, chance: chance).data, taken.contact.data, followUp.cause, language?.rawValue,
                text, followUp.due.milliseconds, followUp.expires.milliseconds, taken.now.milliseconds, taken.now.milliseconds,
                taken.conversation.data,
            ])
        bell.ring()
    }

    private func hasLeft(_ followUp: PlannedFollowUp, of taken: TakenTurn) throws -> Bool {
        try db.rows(
            """
            SELECT state, reason FROM outbox
            WHERE contact = ? AND class = 'follow-up' AND cause = ? AND conversation = ? AND state <> 'queued'
            """, [taken.contact.data, followUp.cause, taken.conversation.data]
        ).contains { row in
            row[0] != "ended" || EndReason(rawValue: row[1]) == nil
        }
    }

    /// Who came back is not invited back.
    func cancelFollowUps(notPlannedBy taken: TakenTurn) throws {
        guard taken.occasion.isArrival else { return }
        let planned = taken.turn.effects.compactMap { effect in
            if case .followUp(let followUp) = effect { followUp.cause } else { nil }
        }
        // One turn plans one at most.
        try db.endQueued(
            where: "contact = ? AND class = 'follow-up' AND cause IS NOT ?", [taken.contact.data, planned.last], reason: .cancelled,
            at: taken.now)
    }
}
