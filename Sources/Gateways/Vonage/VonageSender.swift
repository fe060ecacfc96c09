import Foundation
import HTTPTypes
import Texting

/// Sends through Vonage's SMS API; our id travels as `client-ref`.
struct VonageSender: Sender {
    let settings: SenderSettings

    // The outgoing request.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        var fields = [
            (key: "api_key", value: settings["api-key"]), (key: "api_secret", value: settings["api-secret"]),
            (key: "to", value: message.to.e164.withoutPlus), (key: "text", value: message.text),
            (key: "client-ref", value: message.id),
        ]
        if let sender = settings.sender { fields.append(("from", sender.withoutPlus)) }
        // Without it every letter that GSM 03.38 lacks becomes `?`.
        if message.encoding == .ucs2 { fields.append(("type", "unicode")) }
        if let callback = message.statusAddress { fields.append(("callback", callback)) }
        return OutgoingRequest(
            method: .post, address: settings.url.address(of: "/sms/json"),
            headers: [.accept: "application/json", .contentType: "application/x-www-form-urlencoded"],
            body: Array(String(fields: fields).utf8))
    }

    // The answer to it: one entry a part.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let byStatus = SendOutcome(statusOf: answer)
        guard answer.status.kind == .successful, let parts = answer.tree?.items(at: "messages"), !parts.isEmpty else { return byStatus }
        let words = parts.map { $0.filled("status") }
        if words.allSatisfy({ $0 == "0" }) {
            guard let id = parts[0].filled("message-id") else { return byStatus }
            return .accepted(Receipt(id: id, price: Self.price(of: parts), parts: parts.count))
        }
        guard let first = words.compactMap(\.self).first(where: { $0 != "0" }) else { return byStatus }
        // Some parts are on their way, so it is neither taken nor not.
        if words.contains("0") { return .unknown(word: "partly-\(first)".asWord) }
        return Self.outcome(of: first, in: answer)
    }

    /// By the statuses of its "SMS API error codes".
    private static func outcome(of status: String, in answer: OutgoingAnswer) -> SendOutcome {
        let word = status.asWord
        return switch status {
        case "1", "10": .notTaken(.busy(for: answer.retryAfter), word: word)
        case "9": .notTaken(.noMoney, word: word)
        // A wrong key, an account that is closed or may not do this, a sender or a callback that it does not take.
        case "2", "4", "8", "11", "14", "15", "19", "23", "32": .notTaken(.refusesUs, word: word)
        case "7": .refused(.blocked, word: word)
        case "33": .refused(.unknownSubscriber, word: word)
        // An error of its own.
        case "5", "13": .unknown(word: word)
        default: .refused(.refused, word: word)
        }
    }

    /// Of all parts; Vonage counts in euros.
    private static func price(of parts: [JSONTree]) -> Money? {
        let prices = parts.compactMap { $0.filled("message-price").flatMap { Money(parsing: "\($0) EUR") } }
        guard prices.count == parts.count else { return nil }
        return Money(prices.reduce(0) { $0 + $1.amount }, "EUR")
    }
}
