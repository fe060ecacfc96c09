import Foundation
import Gateways
import Texting

/// Hands a message to a channel's gateway and says what became of it.
struct Handover: Sendable {
    let sender: any Sender
    let tokens: TokenKeeper?
    let call: Call
    let channel: String
    let clock: @Sendable () -> Date
    let onlookers: Onlookers

    init(
        _ sender: any Sender, channel: String, call: @escaping Call, clock: @escaping @Sendable () -> Date, onlookers: Onlookers
    ) {
        self.sender = sender
        self.call = call
        self.channel = channel
        self.clock = clock
        self.onlookers = onlookers
        tokens = sender.tokens.map { desk in
            TokenKeeper(desk, call: call) { request, end in
                onlookers.exchange(Exchange(channel: channel, at: clock(), request: request, end: end, hidden: []))
            }
        }
    }

    func send(_ message: OutgoingMessage) async -> SendOutcome {
        let token: String?
        switch await tokens?.token() {
        case nil: token = nil
        case .token(let fresh): token = fresh.text
        case .failed(let end): return Self.outcome(ofTokens: end)
        }
        let outcome = await send(message, token)
        // A token may be taken back before its time; with a fresh one it is known whether it is really us that is refused.
        guard case .notTaken(.refusesUs, _) = outcome, let token, case .token(let fresh) = await tokens?.token(insteadOf: token) else {
            return outcome
        }
        return await send(message, fresh.text)
    }

    private func send(_ message: OutgoingMessage, _ token: String?) async -> SendOutcome {
        // Whoever it is to may have left while a token was fetched.
        if Task.isCancelled { return .notTaken(.busy(for: nil), word: "cancelled") }
        let request = sender.request(for: message, token: token)
        let end = await call(request)
        tell(request, end, of: message)
        switch end {
        case .answered(let answer): return sender.outcome(of: answer)
        case .notTaken(let why): return .notTaken(.busy(for: nil), word: why)
        case .notTrusted: return .notTaken(.busy(for: Self.distrust), word: CallEnd.wrongCertificate)
        case .unknown(let why): return .unknown(word: why)
        }
    }

    /// What the gateway says became of a message that is in doubt; `.unclear` where it can't be asked.
    func lookUp(_ message: OutgoingMessage) async -> Finding {
        guard let lookUp = sender.lookUp else { return .unclear }
        var token: String?
        if let tokens {
            guard case .token(let fresh) = await tokens.token() else { return .unclear }
            token = fresh.text
        }
        let request = lookUp.request(for: message, token: token)
        let end = await call(request)
        tell(request, end, of: message)
        guard case .answered(let answer) = end else { return .unclear }
        return lookUp.finding(in: answer, of: message)
    }

    private func tell(_ request: OutgoingRequest, _ end: CallEnd, of message: OutgoingMessage) {
        onlookers.exchange(
            Exchange(channel: channel, at: clock(), request: request, end: end, hidden: [message.text, message.to.e164]))
    }

    /// Without a token nothing was handed over, whatever became of the request for it.
    private static func outcome(ofTokens end: CallEnd) -> SendOutcome {
        switch end {
        case .answered(let answer):
            switch answer.statusCode {
            case 429, 500..<600: .notTaken(.busy(for: answer.retryAfter), word: "token-\(answer.statusCode)")
            default: .notTaken(.refusesUs, word: "token-\(answer.statusCode)")
            }
        case .notTaken(let why), .unknown(let why): .notTaken(.busy(for: nil), word: "token-\(why)")
        case .notTrusted: .notTaken(.busy(for: distrust), word: CallEnd.wrongCertificate)
        }
    }

    /// Before it is asked again; saying so leaves the gateway alone from the first message on, and tells staff.
    private static let distrust = Duration.seconds(60)
}
