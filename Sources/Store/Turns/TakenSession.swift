package import Dialogs
package import Foundation
package import Texting

/// A gateway's session by its keyed hash.
package struct SessionKey: Hashable, Sendable {
    let hash: ShortHash
}

/// A gateway's session that was seen before, as it was found: a class, since much of a turn hands it on.
package final class TakenSession: Sendable {
    package enum State: String, Sendable {
        case open
        /// A new dial took its conversation over.
        case detached
        case over
    }

    package let key: SessionKey
    /// nil once the person is erased.
    package let contact: Identifier<Kept.Contact>?
    package let conversation: Identifier<Kept.Conversation>?
    /// The version of the dialogs that it stays on.
    package let version: VersionID
    package let state: State
    package let touched: Date
    /// Of the last text, in bytes.
    package let textLength: Int
    /// Whether another version was made live at once since it was touched: it does not stay on its own.
    package let isOverruled: Bool
    let textKey: ShortHash
    /// The step whose answer stands with the session itself.
    let heldStep: ShortHash?
    /// Its contact as it was found with it: one look serves the whole turn.
    let holder: Holder?
    /// Where it lies, for as long as the turn is taken.
    let rowid: Int64

    /// The contact of a session, and the conversation that it has open.
    struct Holder: Sendable {
        let numberKey: [UInt8]?
        let cutOffUntil: Int64?
        let facts: ContactFacts
        let conversation: OpenConversation.Sealed?
    }

    /// - Parameter row: as `TurnDesk.session` asks for it.
    fileprivate init(_ key: SessionKey, _ row: Row) {
        self.key = key
        contact = row[0]
        conversation = row[1]
        version = VersionID(rawValue: row[2])
        state = State(rawValue: row[3]) ?? .over
        touched = Date(milliseconds: row[4])
        textLength = row[5]
        textKey = row[6]
        isOverruled = row[7] ?? false
        heldStep = row[8]
        holder = contact.map { Holder($0, row) }
        rowid = row[21]
    }
}

/// What was answered to a step that comes again.
package enum StoredReply: Equatable, Sendable {
    case reply(Reply)
    case nothing
    /// The words are gone, as after a refusal of the consent.
    case forgotten
}

extension TurnDesk {
    package func key(ofSession session: String, onChannel channel: String) -> SessionKey {
        sealer.key(ofSession: session, onChannel: channel)
    }

    /// An SMS is a session of one message. Its sender is part of the key: two people whose gateway gives them the same id never meet.
    package func key(ofMessage id: String, from number: PhoneNumber, onChannel channel: String) -> SessionKey {
        SessionKey(hash: sealer.short(.message, "\(channel)\u{0}\(number.e164)\u{0}\(id)"))
    }

    package func session(_ key: SessionKey) throws -> TakenSession? {
        try db.row(
            """
            SELECT contact.id, recording, session.version, session.state, session.touched, text_length, text_key,
                session.touched <= (SELECT at_once FROM live), step,
                number_key, cut_off_until, language, locked_until, doubted,
                EXISTS (SELECT 1 FROM suppressed WHERE suppressed.number_key = contact.number_key),
                EXISTS (SELECT 1 FROM sign_up WHERE sign_up.contact = contact.id),
                conversation.id, conversation.version, shown_on, conversation.touched, box, session.rowid
            FROM session LEFT JOIN contact ON contact.id = session.contact LEFT JOIN conversation ON conversation.contact = session.contact
            WHERE key = ?
            """, [key.hash]
        ).map { TakenSession(key, $0) }
    }

    /// How a number stands to the session that it says it is in.
    package func standing(of number: PhoneNumber, _ realm: Realm, to session: TakenSession, at now: Date) -> Standing {
        guard let holder = session.holder else { return .own }
        guard let key = holder.numberKey, isSame(key, sealer.key(of: number, realm)) else { return .stranger }
        return isCutOff(until: holder.cutOffUntil, at: now) ? .cutOff : .own
    }

    /// The conversation that the session's contact has open.
    package func conversation(of session: TakenSession) throws -> OpenConversation? {
        try session.holder?.conversation.map { try opened($0) }
    }

    /// What a step may know of the session's contact; nil where it has none.
    package func facts(of session: TakenSession) throws -> Contact? {
        try session.holder.map { try facts($0.facts) }
    }

    /// Whether `text` is the last one of the session, which is kept as a hash alone.
    package func isLast(_ text: some StringProtocol, of session: TakenSession) -> Bool {
        text.utf8.count == session.textLength && stepKey(text, session.key) == session.textKey
    }

    func stepKey(_ step: some StringProtocol, _ session: SessionKey) -> ShortHash {
        sealer.key(ofStep: String(step), in: session)
    }

    /// What a step is known by where nothing leads to a person any more, and yet nobody else may have its answer.
    func stepKey(_ step: some StringProtocol, _ session: SessionKey, of number: PhoneNumber) -> ShortHash {
        sealer.short(.step, in: session, "\(number.e164)\u{0}\(step)")
    }

    /// What was answered to that step, asked by that number; nil where it was not seen yet.
    package func reply(
        toStep step: some StringProtocol, of session: TakenSession, from number: PhoneNumber
    ) throws -> StoredReply? {
        let key = stepKey(step, session.key)
        if let conversation = session.conversation,
            let row = try db.row(
                "SELECT ends, said, typed, shown, reply FROM turn WHERE recording = ? AND step = ? ORDER BY number DESC LIMIT 1",
                [conversation, key])
        {
            let said = try Said(row, from: 1, sealer)
            return stored(ends: row[0], said.reply ?? said.shown)
        }
        guard let held = session.heldStep, held == stepKey(step, session.key, of: number) else { return nil }
        return try db.row("SELECT ends, reply FROM session WHERE key = ?", [session.key.hash])
            .map { row in stored(ends: row[0], try (row[1] as Data?).map { try sealer.text($0, .reply) }) }
    }

    private func stored(ends: Bool?, _ words: String?) -> StoredReply {
        guard let ends else { return .nothing }
        return words.map { .reply(Reply(text: $0, ends: ends)) } ?? .forgotten
    }

    /// A new dial, or a message elsewhere, takes the conversation over.
    package func detachSessions(of contact: Identifier<Kept.Contact>) throws {
        try db.run("UPDATE session SET state = 'detached' WHERE contact = ? AND state = 'open'", [contact])
    }

    /// A gateway's word that it is over, also when it comes late or of a session that we never saw.
    package func recordEnd(of session: SessionKey, onChannel channel: String, cause: String, at now: Date) throws {
        try db.run(
            "INSERT INTO session_end (session, channel, cause, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [session.hash, channel, cause, now.milliseconds])
    }

    package func close(_ session: SessionKey) throws {
        try db.run("UPDATE session SET state = 'over' WHERE key = ? AND state = 'open'", [session.hash])
    }
}

extension TakenSession.Holder {
    fileprivate init(_ contact: Identifier<Kept.Contact>, _ row: Row) {
        numberKey = row[9]
        cutOffUntil = row[10]
        facts = ContactFacts(contact, row, from: 11)
        conversation = OpenConversation.Sealed(row, from: 16)
    }
}
