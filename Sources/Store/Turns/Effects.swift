import Dialogs
import Foundation

extension TurnDesk {
    /// Carries one effect out; says whose turn it is from here on.
    func apply(_ effect: Effect, of taken: TakenTurn, _ owner: Owner) throws -> Owner {
        let contact = taken.contact
        guard owner == .contact else {
            // After an erasure only what the person says of the number itself still has a meaning.
            switch effect {
            case .optOut: try suppress(taken)
            case .optIn: try liftSuppression(taken)
            default: break
            }
            return owner
        }
        switch effect {
        case .signUp(let draft): try store(draft, of: taken, contact)
        case .close(let reference): try close(reference, of: contact, at: taken.now)
        case .send(let confirmation): try queue(confirmation, of: taken, contact)
        case .remind(let reminder): try queue(reminder, of: taken, contact)
        case .followUp(let planned): try plan(planned, of: taken)
        case .sameContact: try settleDoubt(of: contact, at: taken.now)
        case .cancel(let reminder, let reference): try cancel(reminder, reference, of: contact, at: taken.now)
        case .callback(let draft): try store(draft, of: taken, contact)
        case .language(let language):
            try db.run("UPDATE contact SET language = ? WHERE id = ?", [language.rawValue, contact.data])
        case .forget: try forgetWords(of: taken.conversation)
        case .newContact: try moveNumber(of: taken)
        case .optOut:
            try suppress(taken)
            try endQueued(of: contact, reason: .stopped, at: taken.now)
            try clearOpening(of: contact)
        case .optIn: try liftSuppression(taken)
        case .erase(let reference): return try erase(reference, of: taken, contact)
        case .referenceMissed: try countMiss(of: contact, at: taken.now)
        case .referenceGiven: try db.run("UPDATE contact SET misses = 0 WHERE id = ?", [contact.data])
        case .loaded(let reference):
            if let id = try signUp(reference, of: contact) { try bind(id, to: taken.conversation) }
        case .opened: try clearOpening(of: contact)
        }
        return owner
    }

    /// Five misses lock the references of a number for a day; those made while it is locked do not count on.
    private func countMiss(of contact: Identifier<Kept.Contact>, at now: Date) throws {
        let lock = now.milliseconds + Self.lock.milliseconds
        try db.run(
            """
            UPDATE contact SET misses = (misses + 1) % 5, locked_until = CASE WHEN misses = 4 THEN ?2 ELSE locked_until END
            WHERE id = ?1 AND (locked_until IS NULL OR locked_until <= ?3)
            """, [contact.data, lock, now.milliseconds])
    }

    /// DIALOGS §4: five misses lock a reference for a day.
    private static let lock = Duration.seconds(24 * 3600)

    /// The recordings of a conversation lose their words, and with them the replies that a late retry would get.
    func forgetWords(of conversation: Identifier<Kept.Conversation>) throws {
        try db.run("UPDATE turn SET said = NULL, typed = NULL, shown = NULL, reply = NULL WHERE recording = ?", [conversation.data])
    }

    private func suppress(_ taken: TakenTurn) throws {
        let key = sealer.key(of: taken.number, taken.realm)
        try db.run(
            "INSERT INTO suppressed (number_key, since, cause) VALUES (?, ?, 'asked') ON CONFLICT DO NOTHING",
            [key, taken.now.milliseconds])
        if db.changesCount > 0 { try record("stopped", of: key, at: taken.now) }
    }

    private func liftSuppression(_ taken: TakenTurn) throws {
        let key = sealer.key(of: taken.number, taken.realm)
        try db.run("DELETE FROM suppressed WHERE number_key = ?", [key])
        if db.changesCount > 0 { try record("started", of: key, at: taken.now) }
    }

    /// Every change of it is kept, with its time and cause.
    private func record(_ change: String, of key: [UInt8], at now: Date) throws {
        try db.run(
            "INSERT INTO opt_change (number_key, at, change, cause) VALUES (?, ?, ?, 'asked') ON CONFLICT DO NOTHING",
            [key, now.milliseconds, change])
    }
}
