import Gateways
import Store

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
