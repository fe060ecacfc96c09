package import Foundation
package import Gateways
import Synchronization

/// The last requests and answers of each channel, both ways, for whoever looks for trouble with a gateway. Nothing of it is ever written
/// to a disk or a log.
///
/// Masking takes longer than a turn does (0.3 ms against 0.5 µs for recording), so it is not done while somebody waits: what is recorded is
/// held as it came, and masked within five seconds or when it is asked for, whichever is first. So 10,000 turns a second cost no more than
/// what of them is still there then, and no words of anybody's outlive those seconds in here: there is nothing to erase when a person goes.
package final class Trace: Sendable {
    /// A channel, with what it is configured with that must not be shown.
    package struct Channel: Sendable {
        package var name: String
        package var secrets: [String]

        package init(name: String, secrets: [String]) {
            self.name = name
            self.secrets = secrets
        }
    }

    private let rings: [String: TraceRing]
    private let timeZone: TimeZone
    private let clock: @Sendable () -> Date

    private static let longest = TimeInterval(86_400)
    private static let tidyEvery = Duration.seconds(5)

    package init(channels: [Channel], timeZone: TimeZone, clock: @escaping @Sendable () -> Date) {
        rings = Dictionary(channels.map { ($0.name, TraceRing(secrets: $0.secrets, timeZone: timeZone)) }) { first, _ in first }
        self.timeZone = timeZone
        self.clock = clock
    }

    package var channels: [String] { rings.keys.sorted() }

    package func record(_ exchange: Exchange) { rings[exchange.channel]?.record(Sight(exchange), isProved: true) }

    package func record(_ call: AnsweredCall) {
        let isProved = if case .unproved = call.reading { false } else { true }
        rings[call.channel]?.record(Sight(call), isProved: isProved)
    }

    /// The oldest first; each begins with its number, `#12`, and the others of its lines are indented. nil for no channel of ours.
    ///
    /// - Parameter number: only those that came behind this one.
    package func lines(of channel: String, after number: Int = 0) -> [String]? {
        rings[channel].map { ring in
            ring.tidy(before: clock().addingTimeInterval(-Self.longest))
            return ring.lines(after: number)
        }
    }

    /// Masks what has come, and drops what is too old, also while nothing comes.
    package func tidy() {
        for ring in rings.values { ring.tidy(before: clock().addingTimeInterval(-Self.longest)) }
    }

    /// Until it is cancelled; what is not masked then goes with the process, and nobody who stops it waits for the masking.
    package func run() async {
        while !Task.isCancelled {
            tidy()
            try? await Task.sleep(for: Self.tidyEvery)
        }
    }
}
