package import Foundation
import Gateways
import Store
import Synchronization

extension TurnTaker {
    /// Sessions ended in one slice of the writer's time, which must be over in less than 5 ms.
    private static let slice = 10

    /// Ends the sessions of a channel that nothing was heard of for longer than one can live, as if the network had said that they were
    /// dropped: some gateways say nothing. Returns how many.
    @discardableResult
    package func dropSilentSessions(on channel: ChannelSettings, silentFor longest: Duration, at now: Date) async throws -> Int {
        let ended = Mutex((silent: 0, lost: 0))
        let limit = now.addingTimeInterval(-TimeInterval(longest.components.seconds))
        try await store.upkeep { desk in
            guard let silent = try desk.silentSessions(onChannel: channel.name, untouchedSince: limit, limit: Self.slice) else {
                return false
            }
            let ending = SessionEnding(taker: self, desk: desk, channel: channel, now: now)
            let lost = try silent.count { try ending.record(.dropped, of: $0) }
            ended.withLock { $0 = ($0.silent + silent.count, $0.lost + lost) }
            return true
        }
        let (silent, lost) = ended.withLock { $0 }
        metrics.countDropped(lost)
        return silent
    }
}
