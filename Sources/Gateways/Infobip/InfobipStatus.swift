import Texting

/// What Infobip says of a message of ours: a status by group and name, and an error by name beside it (its "Response status and error codes").
enum InfobipStatus {
    /// By the status' group, literally.
    static let groups: KeyValuePairs<String, DeliveryReport.State> = [
        "PENDING": .onItsWay,
        "DELIVERED": .delivered,
        "EXPIRED": .failed(.expired),
        "UNDELIVERABLE": .failed(.failed),
        "REJECTED": .failed(.refused),
    ]

    /// By names that say more than their group.
    static let names: KeyValuePairs<String, DeliveryReport.State> = [
        // In the operator's hands; the phone may be off.
        "DELIVERED_TO_OPERATOR": .onItsWay,
        "REJECTED_DND": .failed(.blocked),
        "REJECTED_DESTINATION_BLOCKLISTED": .failed(.blocked),
        "EC_UNKNOWN_SUBSCRIBER": .failed(.unknownSubscriber),
        "EC_ABSENT_SUBSCRIBER": .failed(.expired),
        "EC_ABSENT_SUBSCRIBER_SM": .failed(.expired),
        "EC_VALIDITYEXPIRED": .failed(.expired),
        // The person or the operator has barred it.
        "EC_CALL_BARRED": .failed(.blocked),
        "EC_IMSI_BLACKLISTED": .failed(.blocked),
        "EC_DEST_ADDRESS_BLACKLISTED": .failed(.blocked),
    ]

    /// The id of `REJECTED_DESTINATION` where the number is on a block list; with 52 the number is malformed.
    static let blockedDestination = "14"

    /// Of a report, or of a line of the logs; nil where it names no group.
    static func report(_ item: JSONTree, of subject: DeliveryReport.Subject) -> DeliveryReport? {
        guard let group = item.filled("status.groupName") else { return nil }
        let status = item.filled("status.name") ?? group
        let error = item.filled("error.name").flatMap { $0 == "NO_ERROR" ? nil : $0 }
        let byGroup = groups.first { $0.key == group }?.value ?? .onItsWay
        guard case .failed = byGroup else {
            return DeliveryReport(subject, known(status) ?? byGroup, word: status.asWord, price: price(item))
        }
        let isBlocked = item.filled("status.id") == blockedDestination
        let state = known(status) ?? error.flatMap(known) ?? (isBlocked ? .failed(.blocked) : byGroup)
        return DeliveryReport(subject, state, word: (error ?? status).asWord, price: price(item))
    }

    private static func known(_ name: String) -> DeliveryReport.State? { names.first { $0.key == name }?.value }

    /// That of all parts: what stands there is that of one.
    static func price(_ item: JSONTree) -> Money? {
        guard let amount = item.filled("price.pricePerMessage"), let currency = item.filled("price.currency"),
            let one = Money(parsing: "\(amount) \(currency)")
        else { return nil }
        let count = (item.filled("messageCount") ?? item.filled("smsCount")).flatMap { Int($0) } ?? 1
        return one * max(1, count)
    }
}
