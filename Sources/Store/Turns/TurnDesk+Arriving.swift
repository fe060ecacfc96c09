package import Foundation
package import Texting

/// Somebody dialled or wrote: whose number it is, and whether the turn is taken.
package struct ArrivedContact: Equatable, Sendable {
    package enum Admission: Equatable, Sendable {
        case admitted
        /// With this turn it is one too many: from now on the contact is cut off.
        case cutOffNow
        /// It has been for a while.
        case cutOff
    }

    package var contact: Identifier<Kept.Contact>
    package var admission: Admission
    /// Made by this turn: nothing of it can be anywhere yet.
    package var isNew = false
}

/// What a contact is held against when it comes.
package struct ArrivalRules: Equatable, Sendable {
    package var limits: TurnLimits
    /// After a silence as long the number may be somebody else's.
    package var doubtAfter: Duration

    package init(limits: TurnLimits, doubtAfter: Duration) {
        self.limits = limits
        self.doubtAfter = doubtAfter
    }
}

extension TurnDesk {
    /// Counts the turn and finds, or makes, the contact of the number, in the one statement that writes down when it was seen.
    package func arrive(_ number: PhoneNumber, _ realm: Realm, under rules: ArrivalRules, at now: Date) throws -> ArrivedContact {
        let key = sealer.key(of: number, realm)
        let row = try db.row(
            """
            SELECT id, seen, doubted, cut_off_until, minute_from, minute_turns, hour_from, hour_turns FROM contact WHERE number_key = ?
            """, [key])
        guard let row else {
            let count = TurnCount.none.counting(at: now.milliseconds)
            return ArrivedContact(contact: try newContact(of: number, realm, count, at: now), admission: .admitted, isNew: true)
        }
        let id = row[0] as Identifier<Kept.Contact>
        if isCutOff(until: row[3], at: now) { return ArrivedContact(contact: id, admission: .cutOff) }
        let count = TurnCount(minuteFrom: row[4], minute: row[5], hourFrom: row[6], hour: row[7]).counting(at: now.milliseconds)
        if count.exceeds(rules.limits) {
            try see(id, doubted: row[2], .none, cutOffUntil: now.milliseconds + TurnLimits.cutOff.milliseconds, at: now)
            return ArrivedContact(contact: id, admission: .cutOffNow)
        }
        // Where it was seen in the future the clock was put back, which is no silence.
        let isSilent = now.milliseconds - (row[1] as Int64) > rules.doubtAfter.milliseconds
        let wasDoubted = row[2] as Bool
        if isSilent && !wasDoubted { try db.leaveTalk(of: id.data, at: now) }
        try see(id, doubted: wasDoubted || isSilent, count, cutOffUntil: nil, at: now)
        return ArrivedContact(contact: id, admission: .admitted)
    }

    private func see(
        _ contact: Identifier<Kept.Contact>, doubted: Bool, _ count: TurnCount, cutOffUntil: Int64?, at now: Date
    ) throws {
        try db.run(
            """
            UPDATE contact SET seen = ?, doubted = ?, cut_off_until = ?, minute_from = ?, minute_turns = ?, hour_from = ?, hour_turns = ?
            WHERE id = ?
            """,
            [now.milliseconds, doubted, cutOffUntil, count.minuteFrom, count.minute, count.hourFrom, count.hour, contact])
    }

    /// One who would be for longer than anybody ever is was cut off by a clock that was put back since.
    func isCutOff(until: Int64?, at now: Date) -> Bool {
        guard let until else { return false }
        return now.milliseconds < until && until - now.milliseconds <= TurnLimits.cutOff.milliseconds
    }

    func newContact(
        of number: PhoneNumber, _ realm: Realm, _ count: TurnCount, at now: Date
    ) throws -> Identifier<Kept.Contact> {
        let id = Identifier<Kept.Contact>(at: now, chance: chance)
        try db.run(
            """
            INSERT INTO contact
            (id, number_key, number_box, created, seen, is_test, minute_from, minute_turns, hour_from, hour_turns)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, sealer.key(of: number, realm), sealer.box(number), now.milliseconds, now.milliseconds, realm == .tests,
                count.minuteFrom, count.minute, count.hourFrom, count.hour,
            ])
        return id
    }
}

extension Connection {
    /// A number that may be somebody else's by now: what was begun on it is not gone on with, and no step of it is shown again. What was
    /// said stays with the contact.
    func leaveTalk(of contact: Data, at now: Date) throws {
        try run("DELETE FROM conversation WHERE contact = ?", [contact])
        try run("UPDATE session SET contact = NULL, recording = NULL, state = 'over' WHERE contact = ?", [contact])
        try endQueued(where: "contact = ? AND class = 'follow-up'", [contact], reason: .cancelled, at: now)
    }
}
