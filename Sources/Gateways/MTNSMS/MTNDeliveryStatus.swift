/// What MTN says has become of a message.
enum MTNDeliveryStatus {
    /// Literally as its interface files have them, `mtn-sms-interface` (v2) first, then `sms-v3-api`, then what SMS centres write and
    /// nyaruka/courier has seen.
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "DeliveredToTerminal": .delivered,
        "DeliveredToNetwork": .onItsWay,
        "DeliveryUncertain": .onItsWay,
        "MessageWaiting": .onItsWay,
        "DeliveryNotificationNotSupported": .onItsWay,
        // "The message could not be delivered before it expired."
        "DeliveryImpossible": .failed(.expired),

        "DELIVERED": .delivered,
        "ACCEPTD": .onItsWay,
        "ENROUTE": .onItsWay,
        "UNKNOWN": .onItsWay,
        "EXPIRED": .failed(.expired),
        "REJECTED": .failed(.refused),
        "UNDELIVERED": .failed(.failed),
        "DELETED": .failed(.failed),

        "DELIVRD": .delivered,
        "UNDELIV": .failed(.failed),
        "REJECTD": .failed(.refused),
    ]

    /// A word that is not known loses nothing: the message stays on its way.
    static func state(of status: String) -> DeliveryReport.State { states.first { $0.key == status }?.value ?? .onItsWay }
}
