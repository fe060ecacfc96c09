/// Whether a gateway is left alone: after some failures in a row nothing more is sent to it for a while, then one message tries.
package struct Circuit: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        case closed
        case open(until: ContinuousClock.Instant)
        /// One message is on its way to see whether it works again.
        case trying
    }

    package private(set) var state = State.closed
    private var failures = 0
    private var pause = Self.shortest

    /// So many failures in a row open it.
    package static let limit = 5
    private static let shortest = Duration.seconds(5)
    private static let longest = Duration.seconds(300)
    /// Where the gateway refuses us or wants money, nothing changes within seconds.
    private static let standing = Duration.seconds(60)

    package init() {}

    /// How many may be sent now.
    package func allowance(at now: ContinuousClock.Instant) -> Int {
        switch state {
        case .closed: .max
        case .open(let until): now >= until ? 1 : 0
        case .trying: 0
        }
    }

    /// When it is looked at again; nil where it need not be.
    package var until: ContinuousClock.Instant? { if case .open(let until) = state { until } else { nil } }

    package var isOpen: Bool { state != .closed }

    package mutating func sent(at now: ContinuousClock.Instant) {
        if case .open(let until) = state, now >= until { state = .trying }
    }

    /// The message that was to try it was not handed over after all: another one does.
    package mutating func spared(at now: ContinuousClock.Instant) {
        if state == .trying { state = .open(until: now) }
    }

    /// The gateway took a message, or refused it by itself.
    package mutating func worked() {
        self = Circuit()
    }

    /// - Parameters:
    ///   - wait: what the gateway asked for.
    ///   - isStanding: whether it can't work before somebody has done something.
    package mutating func failed(wait: Duration? = nil, isStanding: Bool = false, at now: ContinuousClock.Instant) {
        failures += 1
        switch state {
        case .closed: guard wait != nil || isStanding || failures >= Self.limit else { return }
        case .open(let until):
            // It was sent before the gateway was left alone, and says nothing new but for how long.
            if let wait, now + wait > until { state = .open(until: now + wait) }
            return
        case .trying: break
        }
        state = .open(until: now + (wait ?? (isStanding ? max(pause, Self.standing) : pause)))
        if wait == nil { pause = min(pause * 2, Self.longest) }
    }
}
