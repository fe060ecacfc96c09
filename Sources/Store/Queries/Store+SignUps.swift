import Dialogs
package import Foundation
import Texting

extension Store {
    /// Rows a page: few enough that a reader lives a moment only, and keeps no checkpoint waiting.
    static let pageRows = 500

    /// Those made or changed since then, in the order in which they were made.
    package func signUps(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedSignUp> {
        let sealer = sealer
        return try await read { db in
            let rows = try db.rows(
                """
                \(ExportedSignUp.select) WHERE sign_up.id > ? AND sign_up.updated >= ? AND is_test = ? ORDER BY sign_up.id LIMIT ?
                """, [after.bytes, since.from, realm == .tests, Store.pageRows])
            return try Page(rows, of: Store.pageRows) { try ExportedSignUp($0, db, sealer) }
        }
    }

    package func callbacks(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedCallback> {
        let sealer = sealer
        return try await read { db in
            let rows = try db.rows(
                """
                \(ExportedCallback.select) WHERE callback.id > ? AND callback.updated >= ? AND is_test = ? ORDER BY callback.id LIMIT ?
                """, [after.bytes, since.from, realm == .tests, Store.pageRows])
            return try Page(rows, of: Store.pageRows) { try ExportedCallback($0, db, sealer) }
        }
    }

    package func contacts(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedContact> {
        let sealer = sealer
        return try await read { db in
            let rows = try db.rows(
                "\(ExportedContact.select) WHERE id > ? AND seen >= ? AND is_test = ? ORDER BY id LIMIT ?",
                [after.bytes, since.from, realm == .tests, Store.pageRows])
            return try Page(rows, of: Store.pageRows) { try ExportedContact($0, sealer) }
        }
    }

    /// How much an export without `--tests` leaves out.
    package func testsLeftOut(since: Date?) async throws -> [String: Int] {
        try await read { db in
            let from = since.from
            return [
                "sign-ups": try db.int(
                    "SELECT count(*) FROM sign_up JOIN contact ON contact.id = contact WHERE is_test AND updated >= ?", [from]),
                "callbacks": try db.int(
                    "SELECT count(*) FROM callback JOIN contact ON contact.id = contact WHERE is_test AND updated >= ?", [from]),
                "contacts": try db.int("SELECT count(*) FROM contact WHERE is_test AND seen >= ?", [from]),
                "messages": try db.int(
                    """
                    SELECT count(*) FROM turn JOIN recording ON recording.id = recording JOIN contact ON contact.id = contact
                    WHERE is_test AND at >= ?
                    """, [from]),
            ]
        }
    }
}

extension PageKey? {
    var bytes: Data { self?.bytes ?? Data() }
}

extension Date? {
    /// The beginning of time where none is given.
    var from: Int64 { self?.milliseconds ?? Int64.min }
}

extension Page {
    /// A full page may have one behind it; the first column is the key.
    init(_ rows: [Row], of size: Int, _ item: (Row) throws -> Item) rethrows {
        let last = rows.count == size ? rows.last : nil
        self.init(items: try rows.map(item), next: last.map { PageKey(bytes: $0[0]) })
    }
}

extension ExportedSignUp {
    static let select = """
        SELECT sign_up.id, reference_box, kind, number_box, sign_up.language, status, sign_up.created, sign_up.updated, consent_given,
            consent_box
        FROM sign_up JOIN contact ON contact.id = sign_up.contact
        """

    init(_ row: Row, _ db: Connection, _ sealer: Sealer) throws {
        reference = try sealer.reference(row[1])
        signUp = row[2]
        phone = try (row[3] as Data?).map { try sealer.number($0) }
        language = Language(rawValue: row[4])
        status = KnownSignUp.Status(rawValue: row[5]) ?? .open
        created = Date(milliseconds: row[6])
        updated = Date(milliseconds: row[7])
        consentGiven = Date(milliseconds: row[8])
        consentWords = try sealer.text(row[9], .consent)
        answers = try db.answers(of: .signUp, row[0], sealer)
    }
}

extension ExportedCallback {
    static let select = """
        SELECT callback.id, number_box, callback.language, status, callback.created, time_field
        FROM callback JOIN contact ON contact.id = callback.contact
        """

    init(_ row: Row, _ db: Connection, _ sealer: Sealer) throws {
        id = Identifier(row[0] as Data)
        phone = try (row[1] as Data?).map { try sealer.number($0) }
        language = Language(rawValue: row[2])
        status = Status(rawValue: row[3]) ?? .open
        created = Date(milliseconds: row[4])
        timeField = row[5]
        answers = try db.answers(of: .callback, row[0], sealer)
    }
}

extension ExportedContact {
    static let select = """
        SELECT id, number_box, language, created, seen, (SELECT count(*) FROM sign_up WHERE contact = contact.id),
            (SELECT count(*) FROM callback WHERE contact = contact.id AND status = 'open'),
            EXISTS (SELECT 1 FROM suppressed WHERE suppressed.number_key = contact.number_key), cut_off_until
        FROM contact
        """

    init(_ row: Row, _ sealer: Sealer) throws {
        phone = try (row[1] as Data?).map { try sealer.number($0) }
        language = (row[2] as String?).map { Language(rawValue: $0) }
        created = Date(milliseconds: row[3])
        seen = Date(milliseconds: row[4])
        signUps = row[5]
        openCallbacks = row[6]
        hasOptedOut = row[7]
        cutOffUntil = (row[8] as Int64?).map { Date(milliseconds: $0) }
    }
}
