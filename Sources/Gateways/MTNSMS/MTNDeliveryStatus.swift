/// What MTN says has become of a message.
enum MTNDeliveryStatus {
    /// Literally as its interface file `sms-v3-api` has them, then what SMS centres write and nyaruka/courier has seen; those of
    /// `mtn-sms-interface` (v2) are OneAPI's.
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
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
    static func state(of status: String) -> DeliveryReport.State {
        OneAPIStatus.states.state(of: status) ?? states.state(of: status) ?? .onItsWay
    }
}
