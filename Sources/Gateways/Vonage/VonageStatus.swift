/// What Vonage says of a message of ours.
enum VonageStatus {
    /// Literally as its "Delivery receipts" have them; `unknown` says as much as a word that is not known.
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "accepted": .onItsWay,
        "buffered": .onItsWay,
        "submitted": .onItsWay,
        "unknown": .onItsWay,
        "delivered": .delivered,
        "expired": .failed(.expired),
        "failed": .failed(.failed),
        "rejected": .failed(.refused),
        "deleted": .failed(.failed),
    ]

    /// Its `err-code`s that say more than the status ("SMS Delivery Error Codes").
    static let causes: KeyValuePairs<String, FailureCause> = [
        // Absent for now, absent for good, busy.
        "2": .expired,
        "3": .unknownSubscriber,
        "7": .expired,
        // Barred by the person, unwanted from this service, for an age, barred by the operator.
        "4": .blocked,
        "9": .blocked,
        "13": .blocked,
        "14": .blocked,
        // Taken for spam, malformed, without a route.
        "6": .refused,
        "10": .refused,
        "11": .refused,
    ]

    static func report(_ subject: DeliveryReport.Subject, status: String, error: String?) -> DeliveryReport {
        let state = states.first { $0.key == status }?.value ?? .onItsWay
        // A long message has a receipt for each part, each with that part's price: the whole price came with the answer to the sending.
        guard case .failed = state, let error, error != "0" else { return DeliveryReport(subject, state, word: status.asWord) }
        let cause = causes.first { $0.key == error }?.value
        return DeliveryReport(subject, cause.map { .failed($0) } ?? state, word: "\(status)-\(error)".asWord)
    }
}
