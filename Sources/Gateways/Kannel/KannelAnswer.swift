import HTTPTypes

/// What `sendsms` says to a message, by how its words begin (gw/smsbox.c of 1.4.5).
enum KannelAnswer {
    private static let outcomes: [(status: Int, words: String, outcome: SendOutcome)] = [
        (202, "0: Accepted for delivery", .accepted(Receipt())),
        (202, "3: Queued for later delivery", .accepted(Receipt())),
        // With immediate-sendsms-reply = true.
        (202, "Sent.", .accepted(Receipt())),
        // Older versions, and others that speak as Kannel does.
        (200, "0: Accepted for delivery", .accepted(Receipt())),
        (200, "3: Queued for", .accepted(Receipt())),
        (400, "Number(s) has/have been denied", .refused(.blocked, word: "denied-by-list")),
        // What every message of ours would be told, so none is given up for it.
        (400, "Sender missing", .notTaken(.refusesUs, word: "sender-missing")),
        (400, "DLR-URL field misformed", .notTaken(.refusesUs, word: "dlr-url-misformed")),
        (403, "Authorization failed", .notTaken(.refusesUs, word: "authorization-failed")),
        (403, "Not routable", .refused(.refused, word: "not-routable")),
        (503, "Temporal failure", .notTaken(.busy(for: nil), word: "temporal-failure")),
    ]

    static func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let text = answer.text
        let known = outcomes.first { $0.status == answer.status.code && text.hasPrefix($0.words) }?.outcome
        switch known {
        case .notTaken(.busy, let word): return .notTaken(.busy(for: answer.retryAfter), word: word)
        case let known?: return known
        case nil: return SendOutcome(statusOf: answer)
        }
    }
}
