package import Dialogs
package import Foundation
import GRDB
package import Texting

/// What one turn reads and writes, inside the writer's transaction. It never leaves the closure that it is handed to.
package struct TurnDesk {
    let db: Database
    let sealer: Sealer
    let chance: Chance
    let erasures: ErasureLog?
    let checkpoints: Checkpoints?
    let bell: Bell

    /// The version that new dials take.
    package func liveVersion() throws -> VersionID? {
        try db.row("SELECT version FROM live").map { VersionID(rawValue: $0[0]) }
    }

    /// Whether a talk that was last touched then leaves the version that it began with, because another was made live at once since.
    package func isOverruled(touched: Date) throws -> Bool {
        try db.row("SELECT 1 FROM live WHERE at_once >= ?", [touched.milliseconds]) != nil
    }

    package func files(of version: VersionID) throws -> [String: String] {
        try db.files(of: version)
    }
}

extension TurnDesk {
    /// The contact of a number; made where it is nobody's yet.
    package func contact(of number: PhoneNumber, _ realm: Realm, at now: Date) throws -> Identifier<Kept.Contact> {
        if let row = try db.row("SELECT id FROM contact WHERE number_key = ?", [sealer.key(of: number, realm)]) {
            let id = Identifier<Kept.Contact>(row[0] as Data)
            try db.run("UPDATE contact SET seen = ? WHERE id = ?", [now.milliseconds, id.data])
            return id
        }
        return try newContact(of: number, realm, .none, at: now)
    }

    /// How a number stands to the contact of a session that it says it is in.
    package enum Standing: Equatable, Sendable {
        /// It is another's, or went to somebody new.
        case stranger
        case own
        /// Its own, and cut off: a loop with another machine.
        case cutOff
    }

    package func standing(
        of number: PhoneNumber, _ realm: Realm, to contact: Identifier<Kept.Contact>, at now: Date
    ) throws -> Standing {
        let row = try db.row(
            "SELECT cut_off_until FROM contact WHERE id = ? AND number_key = ?", [contact.data, sealer.key(of: number, realm)])
        guard let row else { return .stranger }
        return isCutOff(until: row[0], at: now) ? .cutOff : .own
    }

    /// nil where it went to somebody new.
    package func number(of contact: Identifier<Kept.Contact>) throws -> PhoneNumber? {
        try db.row("SELECT number_box FROM contact WHERE id = ?", [contact.data])
            .flatMap { $0[0] as Data? }.map { try sealer.number($0) }
    }

    /// What a step may know of the contact.
    package func facts(of contact: Identifier<Kept.Contact>) throws -> Contact {
        let row = try db.row(
            """
            SELECT language, locked_until, EXISTS (SELECT 1 FROM suppressed WHERE suppressed.number_key = contact.number_key), doubted
            FROM contact WHERE id = ?
            """, [contact.data])
        guard let row else { return Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil) }
        return Contact(
            language: (row[0] as String?).map { Language(rawValue: $0) }, hasOptedOut: row[2], signUps: try knownSignUps(of: contact),
            referencesLockedUntil: (row[1] as Int64?).map { Date(milliseconds: $0) }, isDoubted: row[3])
    }

    private func knownSignUps(of contact: Identifier<Kept.Contact>) throws -> [KnownSignUp] {
        try db.rows("\(Self.selectSignUp) WHERE contact = ? ORDER BY id", [contact.data]).map { try knownSignUp($0) }
    }

    func knownSignUp(_ id: Data) throws -> KnownSignUp? {
        try db.row("\(Self.selectSignUp) WHERE id = ?", [id]).map { try knownSignUp($0) }
    }

    private static let selectSignUp = "SELECT id, kind, reference_box, status, created, consent_box, consent_given FROM sign_up"

    private func knownSignUp(_ row: Row) throws -> KnownSignUp {
        KnownSignUp(
            signUp: row[1], reference: try sealer.reference(row[2]), status: KnownSignUp.Status(rawValue: row[3]) ?? .open,
            created: Date(milliseconds: row[4]), answers: try db.answers(of: .signUp, row[0], sealer),
            consent: KeptConsent(words: try sealer.text(row[5], .consent), given: Date(milliseconds: row[6])))
    }

    /// Whether a new sign-up may not take this reference.
    package func isTaken(_ reference: Reference) throws -> Bool {
        try db.row("SELECT 1 FROM sign_up WHERE reference_key = ?", [sealer.key(of: reference)]) != nil
    }
}
