import Dialogs
import Foundation

extension TurnDesk {
    /// Thrown where a new sign-up's reference is another's; `isTaken` is asked before.
    struct ReferenceTaken: Error {}

    func store(_ draft: SignUpDraft, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws {
        let own = draft.updates ? try signUp(draft.reference, of: contact) : nil
        let id = own ?? Identifier<Kept.SignUp>(at: taken.now, chance: chance).data
        if own != nil { try update(id, draft, at: taken.now) } else { try insert(id, draft, of: taken, contact) }
        try db.store(draft.answers, of: .signUp, id, sealer)
        for start in nameStarts(of: draft) {
            try db.run("INSERT INTO name_start (start, sign_up) VALUES (?, ?) ON CONFLICT DO NOTHING", [start, id])
        }
        try bind(id, to: taken.conversation)
    }

    /// What was said there goes where the sign-up is erased.
    func bind(_ signUp: Data, to conversation: Identifier<Kept.Conversation>) throws {
        try db.run(
            "INSERT INTO sign_up_recording (sign_up, recording) VALUES (?, ?) ON CONFLICT DO NOTHING", [signUp, conversation.data])
    }

    private func insert(_ id: Data, _ draft: SignUpDraft, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws {
        guard try !isTaken(draft.reference) else { throw ReferenceTaken() }
        try db.run(
            """
            INSERT INTO sign_up
            (id, reference_key, reference_box, kind, contact, channel, language, status, created, updated, consent_given, consent_box,
                keep_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?)
            """,
            [
                id, sealer.key(of: draft.reference), sealer.box(draft.reference.digits, .reference), draft.signUp, contact.data,
                taken.channel, draft.language.rawValue, taken.now.milliseconds, taken.now.milliseconds, draft.consentGiven.milliseconds,
                sealer.box(draft.consentWords, .consent), keepUntil(draft, at: taken.now),
            ])
    }

    private func update(_ id: Data, _ draft: SignUpDraft, at now: Date) throws {
        try db.run(
            """
            UPDATE sign_up SET language = ?, status = 'open', updated = ?, consent_given = ?, consent_box = ?, keep_until = ? WHERE id = ?
            """,
            [
                draft.language.rawValue, now.milliseconds, draft.consentGiven.milliseconds, sealer.box(draft.consentWords, .consent),
                keepUntil(draft, at: now), id,
            ])
        try db.run("DELETE FROM sign_up_answer WHERE sign_up = ?", [id])
        try db.run("DELETE FROM name_start WHERE sign_up = ?", [id])
    }

    /// nil: the configuration's time, asked when it is purged.
    private func keepUntil(_ draft: SignUpDraft, at now: Date) -> Int64? { draft.keep.map { now.milliseconds + $0.milliseconds } }

    /// Any free text may be the name that somebody is looked for by; what is private is not looked for.
    private func nameStarts(of draft: SignUpDraft) -> Set<ShortHash> {
        draft.answers.values.reduce(into: []) { starts, stored in
            guard case .text(let text) = stored.answer, !stored.isPrivate else { return }
            starts.formUnion(sealer.nameStarts(of: text))
        }
    }

    /// The contact's own sign-up of that reference: nobody reaches another's.
    func signUp(_ reference: Reference, of contact: Identifier<Kept.Contact>) throws -> Data? {
        try db.row("SELECT id FROM sign_up WHERE reference_key = ? AND contact = ?", [sealer.key(of: reference), contact.data])
            .map { $0[0] }
    }

    func close(_ reference: Reference, of contact: Identifier<Kept.Contact>, at now: Date) throws {
        guard let id = try signUp(reference, of: contact) else { return }
        try db.run("UPDATE sign_up SET status = 'closed', updated = ? WHERE id = ?", [now.milliseconds, id])
        // Whether it still interests somebody need not be asked any more.
        try db.run("DELETE FROM opening WHERE sign_up = ?", [id])
    }

    func store(_ draft: CallbackDraft, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws {
        let id = Identifier<Kept.Callback>(at: taken.now, chance: chance).data
        try db.run(
            """
            INSERT INTO callback (id, contact, channel, language, time_field, status, created, updated, conversation)
            VALUES (?, ?, ?, ?, ?, 'open', ?, ?, ?)
            """,
            [
                id, contact.data, taken.channel, draft.language.rawValue, draft.timeField, taken.now.milliseconds,
                taken.now.milliseconds, taken.conversation.data,
            ])
        try db.store(draft.answers, of: .callback, id, sealer)
    }
}
