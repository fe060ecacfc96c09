package import Dialogs
import Foundation
package import Texting

/// Somebody who fits an audience and has a number, with all that decides whether they are written to and how.
package struct Recipient: Sendable {
    package var contact: Identifier<Kept.Contact>
    /// The newest of theirs that fits.
    package var signUp: Identifier<Kept.SignUp>
    package var number: PhoneNumber
    package var language: Language
    /// Whether the person has asked us to begin nothing.
    package var hasOptedOut: Bool
    /// Whether the number may be somebody else's.
    package var isInDoubt: Bool
    /// Channels whose gateways let nothing through to this number.
    package var blockedChannels: Set<String>
}

/// Some of them, and how far the walk over all contacts has come; nil behind the end.
package struct RecipientPage: Sendable {
    package var recipients: [Recipient]
    package var walked: PageKey?
}

extension TurnDesk {
    /// Each contact once, whichever of its sign-ups fit; trials are passed over, and numbers that went to somebody else.
    ///
    /// - Parameters:
    ///   - looked: how many contacts are looked at, at most.
    ///   - found: how many of them are given, at most.
    package func recipients(_ audience: Audience, after walked: PageKey?, looked: Int, found: Int) throws -> RecipientPage {
        let last = try db.row(
            "SELECT max(id), count(*) FROM (SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?)", [walked.bytes, looked])
        guard let last, let end = last[0] as Data? else { return RecipientPage(recipients: [], walked: nil) }
        let condition = AudienceCondition(audience)
        let rows = try db.rows(
            """
            SELECT contact.id, number_box, number_key, fitting.id, fitting.language,
                EXISTS (SELECT 1 FROM suppressed WHERE suppressed.number_key = contact.number_key), doubted
            FROM contact JOIN sign_up AS fitting ON fitting.id =
                (SELECT max(sign_up.id) FROM sign_up WHERE sign_up.contact = contact.id AND \(condition.sql))
            WHERE contact.id > ? AND contact.id <= ? AND number_box IS NOT NULL AND is_test = 0
            ORDER BY contact.id LIMIT ?
            """, condition.arguments + [walked.bytes, end, found])
        let recipients = try rows.map { row in
            Recipient(
                contact: Identifier(row[0] as Data), signUp: Identifier(row[3] as Data), number: try sealer.number(row[1]),
                language: Language(rawValue: row[4]), hasOptedOut: row[5], isInDoubt: row[6],
                blockedChannels: try blockedChannels(of: row[2]))
        }
        if recipients.count == found, let last = recipients.last {
            return RecipientPage(recipients: recipients, walked: PageKey(bytes: last.contact.data))
        }
        return RecipientPage(recipients: recipients, walked: last[1] < looked ? nil : PageKey(bytes: end))
    }

    /// What the person registered that the message is about.
    package func signUp(of recipient: Recipient) throws -> KnownSignUp? { try knownSignUp(recipient.signUp.data) }
}
