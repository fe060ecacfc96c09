/// Whether a gateway is left alone: after some failures in a row nothing more is sent to it for a while, then one message tries.
struct Circuit: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case closed
        case open(until: ContinuousClock.Instant)
        /// One message is on its way to see whether it works again.
        case trying
    }

    private(set) var state = State.closed
    private var failures = 0
    private var pause = Self.shortest

    /// So many failures in a row open it.
    static let limit = 5
    private static let shortest = Duration.seconds(5)
    private static let longest = Duration.seconds(300)
    /// Where the gateway refuses us or wants money, nothing changes within seconds.
    private static let standing = Duration.seconds(60)

    /// How many may be sent now.
    func allowance(at now: ContinuousClock.Instant) -> Int {
        switch state {
        case .closed: .max
        case .open(let until): now >= until ? 1 : 0
        case .trying: 0
        }
    }

    /// When it is looked at again; nil where it need not be.
    var until: ContinuousClock.Instant? { if case .open(let until) = state { until } else { nil } }

    var isOpen: Bool { state != .closed }

    mutating func sent(at now: ContinuousClock.Instant) {
        if case .open(let until) = state, now >= until { state = .trying }
    }

    /// The gateway took a message, or refused it by itself.
    mutating func worked() {
        self = Circuit()
    }

    /// - Parameters:
    ///   - wait: what the gateway asked for.
    ///   - isStanding: whether it can't work before somebody has done something.
    mutating func failed(wait: Duration? = nil, isStanding: Bool = false, at now: ContinuousClock.Instant) {
        failures += 1
        guard wait != nil || isStanding || failures >= Self.limit || state == .trying else { return }
        let length = wait ?? (isStanding ? max(pause, Self.standing) : pause)
        state = .open(until: now + length)
        pause = min(pause * 2, Self.longest)
    }
}
