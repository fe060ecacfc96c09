/// What Orange says has become of a message.
enum OrangeDeliveryStatus {
    /// Literally as GSMA OneAPI has them, whose form Orange's interface keeps.
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "DeliveredToTerminal": .delivered,
        "DeliveredToNetwork": .onItsWay,
        "DeliveryUncertain": .onItsWay,
        "MessageWaiting": .onItsWay,
        "DeliveryNotificationNotSupported": .onItsWay,
        // "The message could not be delivered before it expired."
        "DeliveryImpossible": .failed(.expired),
    ]

    /// A word that is not known loses nothing: the message stays on its way.
    static func state(of status: String) -> DeliveryReport.State { states.first { $0.key == status }?.value ?? .onItsWay }
}
