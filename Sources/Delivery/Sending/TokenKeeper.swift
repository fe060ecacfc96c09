import Foundation
import Gateways

/// Keeps a gateway's token until it expires; whoever asks while one is fetched waits for the same.
actor TokenKeeper {
    private let desk: any TokenDesk
    private let call: Call
    private let seen: @Sendable (OutgoingRequest, CallEnd) -> Void
    private var kept: (token: Token, until: ContinuousClock.Instant)?
    private var fetching: Task<Fetched, Never>?

    enum Fetched: Sendable {
        case token(Token)
        case failed(CallEnd)
    }

    /// So long before its end a token is not used any more.
    private static let margin = Duration.seconds(30)

    init(_ desk: any TokenDesk, call: @escaping Call, seen: @escaping @Sendable (OutgoingRequest, CallEnd) -> Void) {
        self.desk = desk
        self.call = call
        self.seen = seen
    }

    /// - Parameter stale: a token that the gateway has just refused.
    func token(insteadOf stale: String? = nil) async -> Fetched {
        if let kept, kept.token.text != stale, ContinuousClock.now < kept.until { return .token(kept.token) }
        if let fetching { return await fetching.value }
        let (desk, call, seen) = (desk, call, seen)
        let task = Task { () -> Fetched in
            let end = await call(desk.request)
            seen(desk.request, end)
            guard case .answered(let answer) = end, let token = desk.token(in: answer) else { return .failed(end) }
            return .token(token)
        }
        fetching = task
        let fetched = await task.value
        fetching = nil
        if case .token(let token) = fetched { kept = (token, ContinuousClock.now + token.lifetime - Self.margin) }
        return fetched
    }
}
