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
        // Whoever is told of it finds it kept: else one that is refused at once could be asked for once more.
        let task = Task { await fetch() }
        fetching = task
        return await task.value
    }

    private func fetch() async -> Fetched {
        defer { fetching = nil }
        let end = await call(desk.request)
        seen(desk.request, end)
        guard case .answered(let answer) = end, let token = desk.token(in: answer) else { return .failed(end) }
        kept = (token, ContinuousClock.now + max(token.lifetime - Self.margin, token.lifetime / 2))
        return .token(token)
    }
}
