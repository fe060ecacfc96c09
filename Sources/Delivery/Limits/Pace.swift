/// How many messages may leave by a channel now: tokens that fill by time, a tenth of which what we begin never touches.
package struct Pace: Sendable {
    private let rate: Double
    private let burst: Double
    private var all: Double
    private var begun: Double
    private var filled: ContinuousClock.Instant

    /// A broadcast leaves so much of the rate free that an answer never waits for it.
    private static let shareOfBegun = 0.9
    /// In seconds: what may have gathered while nothing was sent.
    private static let gathering = 0.05

    /// - Parameter rate: messages a second.
    package init(rate: Int, at now: ContinuousClock.Instant) {
        self.rate = Double(max(1, rate))
        burst = max(1, self.rate * Self.gathering)
        all = burst
        begun = burst
        filled = now
    }

    /// How many may leave, and how many of them may be what we begin.
    package mutating func allowance(at now: ContinuousClock.Instant) -> (all: Int, begun: Int) {
        let passed = (now - filled) / .seconds(1)
        filled = now
        all = min(burst, all + passed * rate)
        begun = min(burst, begun + passed * rate * Self.shareOfBegun)
        return (Int(all), Int(min(all, begun)))
    }

    package mutating func spend(_ count: Int, begun countBegun: Int) {
        all -= Double(count)
        begun -= Double(countBegun)
    }

    /// How long until another may leave.
    package func wait(forBegun: Bool) -> Duration {
        let missing = forBegun ? max(1 - all, (1 - begun) / Self.shareOfBegun) : 1 - all
        return .seconds(max(0.001, missing / rate))
    }
}
