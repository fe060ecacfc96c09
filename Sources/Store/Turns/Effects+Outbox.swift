import Dialogs
import Foundation

extension TurnDesk {
    func queue(_ confirmation: Confirmation, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws {
        try queue(
            class: "confirmation", cause: confirmation.message, text: confirmation.text, due: taken.now,
            expires: Date(milliseconds: taken.now.milliseconds + Self.confirmationLife.milliseconds),
            for: addressee(confirmation.reference, of: taken, contact), at: taken.now)
    }

    /// Later it says nothing that staff have not said.
    private static let confirmationLife = Duration.seconds(3 * 86_400)

    /// Worded when it leaves: by then the sign-up may have changed, and the words too.
    func queue(_ reminder: PlannedReminder, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws {
        // Planned once more, by a sign-up that was changed, it takes the place of the first plan.
        try cancel(reminder.reminder, reminder.reference, of: contact, at: taken.now)
        let addressee = try addressee(reminder.reference, of: taken, contact)
        for due in reminder.due {
            try queue(
                class: "reminder", cause: reminder.reminder, text: nil, due: due,
                expires: Date(milliseconds: due.milliseconds + reminder.expires.milliseconds), for: addressee, at: taken.now)
        }
    }

    /// Whom a message is for.
    private struct Addressee {
        var contact: Identifier<Kept.Contact>
        var signUp: Data?
        var language: Language?
        /// They want nothing begun: the row says so at once.
        var isSuppressed: Bool
    }

    private func addressee(
        _ reference: Reference?, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>
    ) throws -> Addressee {
        let signUp: Data? = if let reference { try signUp(reference, of: contact) } else { nil }
        return Addressee(
            contact: contact, signUp: signUp,
            language: try language(of: signUp) ?? taken.turn.session?.language ?? facts(of: contact).language,
            isSuppressed: try isSuppressed(taken))
    }

    private func queue(
        class rank: String, cause: String, text: String?, due: Date, expires: Date?, for addressee: Addressee, at now: Date
    ) throws {
        try db.run(
            """
            INSERT INTO outbox (id, contact, sign_up, class, cause, language, text_box, due, expires, state, reason, created, updated)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                Identifier<Kept.OutboxRow>(at: now, chance: chance), addressee.contact, addressee.signUp, rank, cause,
                addressee.language?.rawValue, try text.map { try sealer.box($0, .message) }, due.milliseconds, expires?.milliseconds,
                addressee.isSuppressed ? "ended" : "queued", addressee.isSuppressed ? EndReason.stopped.rawValue : nil,
                now.milliseconds, now.milliseconds,
            ])
        bell.ring()
    }

    private func language(of signUp: Data?) throws -> Language? {
        guard let signUp else { return nil }
        return try db.row("SELECT language FROM sign_up WHERE id = ?", [signUp]).map { Language(rawValue: $0[0]) }
    }

    func isSuppressed(_ taken: TakenTurn) throws -> Bool {
        try db.row("SELECT 1 FROM suppressed WHERE number_key = ?", [sealer.key(of: taken.number, taken.realm)]) != nil
    }

    func cancel(_ reminder: String, _ reference: Reference, of contact: Identifier<Kept.Contact>, at now: Date) throws {
        guard let id = try signUp(reference, of: contact) else { return }
        // A reminder is planned by its file and its id, and cancelled by its id alone where it stands in the same file.
        let condition = "class = 'reminder' AND (cause = ? OR substr(cause, instr(cause, '/') + 1) = ?) AND sign_up = ?"
        try db.endQueued(where: "contact = ? AND \(condition)", [contact.data, reminder, reminder, id], reason: .cancelled, at: now)
    }

    func endQueued(of contact: Identifier<Kept.Contact>, reason: EndReason, at now: Date) throws {
        try db.endQueued(where: "contact = ?", [contact.data], reason: reason, at: now)
    }
}

extension Connection {
    /// What waits and fits the condition ends without having left.
    func endQueued(where condition: String, _ arguments: Bindings, reason: EndReason, at now: Date) throws {
        try run(
            "UPDATE outbox SET state = 'ended', reason = ?, updated = ? WHERE state = 'queued' AND \(condition)",
            [reason.rawValue, now.milliseconds] + arguments)
    }
}
