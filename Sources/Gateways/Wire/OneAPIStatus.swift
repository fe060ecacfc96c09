/// What GSMA OneAPI says has become of a message; Orange's interface keeps its form, and MTN's its words.
enum OneAPIStatus {
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "DeliveredToTerminal": .delivered,
        "DeliveredToNetwork": .onItsWay,
        "DeliveryUncertain": .onItsWay,
        "MessageWaiting": .onItsWay,
        "DeliveryNotificationNotSupported": .onItsWay,
        // "The message could not be delivered before it expired."
        "DeliveryImpossible": .failed(.expired),
    ]
}

extension KeyValuePairs<String, DeliveryReport.State> {
    /// nil for a word that is not known.
    func state(of status: String) -> DeliveryReport.State? { first { $0.key == status }?.value }
}
