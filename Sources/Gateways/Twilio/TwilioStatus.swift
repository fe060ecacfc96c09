import Texting

/// What Twilio says of a message of ours.
enum TwilioStatus {
    /// Literally as its documentation of the message resource has them. What comes in is `receiving` and `received`, and no word of a report.
    static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "accepted": .onItsWay,
        "scheduled": .onItsWay,
        "queued": .onItsWay,
        "sending": .onItsWay,
        "sent": .onItsWay,
        "delivered": .delivered,
        "read": .delivered,
        "undelivered": .failed(.failed),
        "failed": .failed(.failed),
        "canceled": .failed(.refused),
    ]

    /// A status word and the error beside it; where there is one, the error is the word that says more.
    static func report(_ subject: DeliveryReport.Subject, status: String, error: String?, price: Money? = nil) -> DeliveryReport {
        let state = states.first { $0.key == status }?.value ?? .onItsWay
        // Twilio writes 0 or nothing where there is no error.
        guard case .failed = state, let error, error != "0" else {
            return DeliveryReport(subject, state, word: status.asWord, price: price)
        }
        return DeliveryReport(subject, .failed(TwilioError.cause(of: error)), word: error.asWord, price: price)
    }

    /// `-0.00750` and `USD`: what was charged is less than nothing there.
    static func price(_ amount: String?, _ currency: String?) -> Money? {
        guard let amount, let currency else { return nil }
        return Money(parsing: "\(amount.hasPrefix("-") ? amount.dropFirst() : amount[...]) \(currency.uppercased())")
    }
}
