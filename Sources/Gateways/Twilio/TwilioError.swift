/// Twilio's error codes (its "Error and Warning Dictionary"), as far as they tell us to do one thing or another.
enum TwilioError {
    /// Of one message; every other code is of its network or of the message, `failed` in a report and `refused` in an answer.
    static let causes: KeyValuePairs<String, FailureCause> = [
        // The person has written STOP to this sender: Twilio lets nothing through until they write START to it.
        "21610": .blocked,
        "30004": .blocked,
        "30003": .expired,
        "30036": .expired,
        "30005": .unknownSubscriber,
        "30002": .refused,
        "30007": .refused,
        "30010": .refused,
        "30011": .refused,
        "30034": .refused,
        // To is no number, no mobile phone, not verified, or of a country that the account may not send to.
        "21211": .refused,
        "21217": .refused,
        "21265": .refused,
        "21408": .refused,
        "21602": .refused,
        "21604": .refused,
        "21608": .refused,
        "21612": .refused,
        "21614": .refused,
        "21617": .refused,
    ]

    /// Of our account or our settings, so that the message is not lost by it.
    static func obstacle(_ code: String, in answer: OutgoingAnswer) -> Obstacle? {
        switch code {
        // An account whose money is used up is suspended.
        case "10001", "20005", "30002": .noMoney
        // Too many at once, or more than the number's queue holds.
        case "14107", "20429", "21611", "30001", "63038": .busy(for: answer.retryAfter)
        // A wrong SID or token, a From that is not ours, a StatusCallback that Twilio does not take.
        case "20003", "20004", "20006", "20008", "20404", "21212", "21603", "21606", "21609", "21659", "21660", "21703": .refusesUs
        default: nil
        }
    }

    static func cause(of code: String) -> FailureCause { known(code) ?? .failed }

    static func known(_ code: String) -> FailureCause? { causes.first { $0.key == code }?.value }
}
