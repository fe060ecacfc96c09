package import Foundation
package import Texting

extension Store {
    /// How many contacts are cut off, because they went over their turns: for whoever sees that all is well.
    package func cutOff(at now: Date) async throws -> Int {
        try await read { db in
            try db.int(
                "SELECT count(*) FROM contact WHERE cut_off_until > ?1 AND cut_off_until <= ?1 + ?2",
                [now.milliseconds, TurnLimits.cutOff.milliseconds])
        }
    }

    /// A delivery report says that nobody has this number: whoever comes with it next is asked whether it is still the same person, and
    /// until then what was begun on it is gone on with by nobody.
    package func reportUnknownSubscriber(_ number: PhoneNumber, _ realm: Realm, at now: Date) async throws {
        let key = sealer.key(of: number, realm)
        try await write { db in
            guard let row = try db.row("SELECT id FROM contact WHERE number_key = ?", [key]) else { return }
            try db.doubt(row[0], at: now)
        }
    }
}

extension Connection {
    /// Whoever comes with this contact's number next is first asked whose it is.
    func doubt(_ contact: Data, at now: Date) throws {
        try run("UPDATE contact SET doubted = 1 WHERE id = ?", [contact])
        try leaveTalk(of: contact, at: now)
    }
}
