import HTTPTypes

extension SendOutcome {
    /// What an answer's status alone says, where its body does not say more; DESIGN §6 draws the lines.
    package init(statusOf answer: OutgoingAnswer) {
        let word = "\(answer.status.code)"
        self =
            switch answer.status.code {
            // It was taken, or not: what it says of it is missing.
            case 200..<300: .unknown(word: word)
            case 401, 403, 404, 405, 407, 300..<400: .notTaken(.refusesUs, word: word)
            case 402: .notTaken(.noMoney, word: word)
            case 429: .notTaken(.busy(for: answer.retryAfter), word: word)
            case 503 where answer.retryAfter != nil: .notTaken(.busy(for: answer.retryAfter), word: word)
            case 400..<500: .refused(.refused, word: word)
            default: .unknown(word: word)
            }
    }
}

extension OutgoingAnswer {
    package var statusCode: Int { status.code }

    /// Of `Retry-After` (RFC 9110 §10.2.3) the form in seconds; a day at most.
    package var retryAfter: Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = headers[name], let seconds = Int(text), seconds >= 0 else { return nil }
        return .seconds(min(seconds, 86_400))
    }

    /// The body as UTF-8; what is none becomes U+FFFD.
    package var text: String { String(decoding: body, as: UTF8.self) }
}
