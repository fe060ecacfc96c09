package import Dialogs
package import Foundation
package import Texting

/// What one turn reads and writes, inside the writer's transaction. It never leaves the closure that it is handed to.
package struct TurnDesk {
    let db: Connection
    private let tools: DeskTools

    var sealer: Sealer { tools.sealer }
    var chance: Chance { tools.chance }
    var erasures: ErasureLog? { tools.erasures }
    var checkpoints: Checkpoints? { tools.checkpoints }
    var bell: Bell { tools.bell }
    var memo: SessionMemo { tools.memo }
    var space: DiskSpace? { tools.space }

    init(_ db: Connection, _ tools: DeskTools) {
        self.db = db
        self.tools = tools
    }

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
            let id = row[0] as Identifier<Kept.Contact>
            try db.run("UPDATE contact SET seen = ? WHERE id = ?", [now.milliseconds, id])
            return id
        }
        return try newContact(of: number, realm, .none, at: now)
    }

    /// How a number stands to the session that it says it is in.
    package enum Standing: Equatable, Sendable {
        /// It is another's, or went to somebody new.
        case stranger
        case own
        /// Its own, and cut off: a loop with another machine.
        case cutOff
    }

    /// nil where it went to somebody new.
    package func number(of contact: Identifier<Kept.Contact>) throws -> PhoneNumber? {
        try db.row("SELECT number_box FROM contact WHERE id = ?", [contact])
            .flatMap { $0[0] as Data? }.map { try sealer.number($0) }
    }

    /// What a step may know of the contact.
    package func facts(of contact: Identifier<Kept.Contact>) throws -> Contact {
        let row = try db.row(
            """
            SELECT language, locked_until, doubted, EXISTS (SELECT 1 FROM suppressed WHERE suppressed.number_key = contact.number_key),
                EXISTS (SELECT 1 FROM sign_up WHERE sign_up.contact = contact.id)
            FROM contact WHERE id = ?
            """, [contact])
        guard let row else { return Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil) }
        return try facts(ContactFacts(contact, row, from: 0))
    }

    func facts(_ found: ContactFacts) throws -> Contact {
        Contact(
            language: found.language, hasOptedOut: found.hasOptedOut, signUps: found.hasSignUps ? try knownSignUps(of: found.contact) : [],
            referencesLockedUntil: found.lockedUntil, isDoubted: found.isDoubted)
    }

    private func knownSignUps(of contact: Identifier<Kept.Contact>) throws -> [KnownSignUp] {
        try db.rows("\(Self.selectSignUp) WHERE contact = ? ORDER BY id", [contact]).map { try knownSignUp($0) }
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

/// What the row of a contact says of it.
struct ContactFacts: Equatable, Sendable {
    var contact: Identifier<Kept.Contact>
    var language: Language?
    var lockedUntil: Date?
    var isDoubted: Bool
    var hasOptedOut: Bool
    var hasSignUps: Bool

    /// - Parameter first: the column of the language; the others follow in their order here.
    init(_ contact: Identifier<Kept.Contact>, _ row: Row, from first: Int) {
        self.contact = contact
        language = (row[first] as String?).map { Language(rawValue: $0) }
        lockedUntil = (row[first + 1] as Int64?).map { Date(milliseconds: $0) }
        isDoubted = row[first + 2]
        hasOptedOut = row[first + 3]
        hasSignUps = row[first + 4]
    }
}
