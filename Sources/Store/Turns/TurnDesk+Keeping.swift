import Dialogs
package import Foundation

extension TurnDesk {
    package func newConversation(at now: Date) -> Identifier<Kept.Conversation> { Identifier(at: now, chance: chance) }

    /// Carries out everything that follows from a turn, in the order of its effects, and keeps what was said.
    package func keep(_ taken: TakenTurn) throws {
        if taken.standing == nil { try beginRecording(of: taken) }
        var owner = Owner.contact
        for effect in taken.turn.effects { owner = try apply(effect, of: taken, owner) }
        switch owner {
        case .contact:
            let step = taken.step.map { stepKey($0, taken.session) }
            try cancelFollowUps(notPlannedBy: taken)
            try keep(taken.turn.session, of: taken)
            try keepSession(of: taken, taken.contact, step)
            try record(taken, step)
            try rememberAnswer(by: taken)
        case .erased:
            try keepAfterErasure(taken)
        }
    }

    /// Whether there is still somebody whose turn it is.
    enum Owner: Equatable {
        case contact
        case erased
    }

    /// Words that went out in answer to an SMS: VERIFY asks for them.
    private func rememberAnswer(by taken: TakenTurn) throws {
        guard taken.occasion == .message, taken.turn.reply != nil else { return }
        try db.run("UPDATE contact SET answered_by_sms = ? WHERE id = ?", [taken.now.milliseconds, taken.contact])
    }

    /// The gateway's retry gets its answer still, but nothing leads from it to the person any more.
    private func keepAfterErasure(_ taken: TakenTurn) throws {
        memo.forget(taken.conversation)
        try keepSession(of: taken, nil, nil)
        guard let step = taken.step else { return }
        let reply = taken.turn.reply
        try db.run(
            "UPDATE session SET step = ?, reply = ?, ends = ? WHERE key = ?",
            [
                stepKey(step, taken.session, of: taken.number), reply.map { try sealer.box($0.text, .reply) }, reply?.ends,
                taken.session.hash,
            ])
        guard let session = taken.turn.session else { return }
        // The talk goes on, with somebody of whom nothing is known.
        let after = taken.moved(to: try contact(of: taken.number, taken.realm, at: taken.now), newConversation(at: taken.now))
        try beginRecording(of: after)
        try keep(session, of: after)
        guard taken.goesOn else { return }
        try db.run(
            "UPDATE session SET contact = ?, recording = ? WHERE key = ?",
            [after.contact, after.conversation, taken.session.hash])
    }

    func beginRecording(of taken: TakenTurn) throws {
        try db.run(
            "INSERT INTO recording (id, contact, channel, began, network) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            [taken.conversation, taken.contact, taken.channel, taken.now.milliseconds, taken.network])
    }

    /// - Parameter step: the key of the step, which is that of the text, too, where they are the same.
    private func keepSession(of taken: TakenTurn, _ contact: Identifier<Kept.Contact>?, _ step: ShortHash?) throws {
        guard let text = taken.text else { return }
        let textKey = text == taken.step ? step ?? stepKey(text, taken.session) : stepKey(text, taken.session)
        let state = taken.goesOn ? TakenSession.State.open : .over
        if let known = taken.standing, contact == taken.contact {
            try db.run(
                """
                UPDATE session SET version = ?, state = ?, touched = ?, text_length = ?, text_key = ?, step = NULL, reply = NULL, ends = NULL
                WHERE rowid = ?
                """,
                [
                    taken.version.rawValue, state.rawValue, taken.now.milliseconds, text.utf8.count, textKey, known.rowid,
                ])
            return
        }
        try db.run(
            """
            INSERT INTO session (key, contact, recording, version, state, touched, text_length, text_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET
                contact = excluded.contact, recording = excluded.recording, version = excluded.version, state = excluded.state,
                touched = excluded.touched, text_length = excluded.text_length, text_key = excluded.text_key,
                step = NULL, reply = NULL, ends = NULL
            """,
            [
                taken.session.hash, contact, contact == nil ? nil : taken.conversation, taken.version.rawValue,
                state.rawValue, taken.now.milliseconds, text.utf8.count, textKey,
            ])
        if taken.occasion == .dial && taken.goesOn { try awaitEnd(of: taken.session, onChannel: taken.channel, since: taken.now) }
    }

    /// In characters, of what a recording keeps of one message: the longest SMS has ten parts of 153.
    private static let longestTyped = 1_530

    private static func cut(_ typed: String) -> String { typed.utf8.count <= longestTyped ? typed : String(typed.prefix(longestTyped)) }

    private func record(_ taken: TakenTurn, _ step: ShortHash?) throws {
        let record = taken.turn.record
        let reply = taken.turn.reply
        let forgets = taken.turn.effects.contains(.forget)
        let said = Said(
            typed: forgets ? nil : record.words.map(Self.cut), shown: record.shown, reply: record.shown == reply?.text ? nil : reply?.text)
        try db.run(
            """
            INSERT INTO turn (recording, number, at, channel, screen, understood, said, ends, step, parts, answer, occasion)
            VALUES (?1, (SELECT 1 + coalesce(max(number), 0) FROM turn WHERE recording = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                taken.conversation, taken.now.milliseconds, taken.channel, record.screen?.description, record.understood.rawValue,
                said.sealed(by: sealer), reply?.ends, step, partsInAnswer(by: taken), queueAnswer(by: taken), taken.occasion.rawValue,
            ])
    }
}
