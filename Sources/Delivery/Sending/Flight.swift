import Foundation
import Gateways
package import Store

/// A message whose attempt is on record and that is about to be handed over.
struct Flight: Sendable {
    var id: Identifier<Kept.OutboxRow>
    var contact: Identifier<Kept.Contact>
    var realm: Realm
    var rank: MessageClass
    var message: OutgoingMessage
    /// How often in a row its channel had not taken it before.
    var failures: Int
    var tries: Int
    var network: String?
    var blockedChannels: Set<String>
    /// In the service's own time zone.
    var day: String
    /// When it was decided that it may leave.
    var claimed: ContinuousClock.Instant
}

extension Identifier where Of == Kept.OutboxRow {
    /// As it travels through a gateway: 32 small hexadecimal digits.
    package var travelling: String { uuid.uuidString.lowercased().filter { $0 != "-" } }

    /// nil where it is none of ours.
    package init?(travelling text: String) {
        guard text.count == 32, text.allSatisfy({ $0.isHexDigit }) else { return nil }
        var dashed = text
        for offset in [8, 13, 18, 23] { dashed.insert("-", at: dashed.index(dashed.startIndex, offsetBy: offset)) }
        guard let uuid = UUID(uuidString: dashed) else { return nil }
        self.init(uuid)
    }
}
