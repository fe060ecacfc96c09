package import Foundation
package import Store
import Synchronization

/// Carries campaigns on, slice by slice behind what people wait for: queues their messages, and brings what waits in line with a resume or
/// a stop.
package struct Campaigner: Sendable {
    let store: Store
    let settings: DeliverySettings
    let clock: @Sendable () -> Date

    /// In one slice of the writer's time, which must be over in less than 5 ms: contacts looked at, messages queued, messages swept.
    private static let looked = 200
    private static let found = 25
    private static let swept = 100
    /// Who sends is woken so often while messages are queued, and not for every slice.
    private static let ring = Duration.milliseconds(200)

    package init(store: Store, settings: DeliverySettings, clock: @escaping @Sendable () -> Date) {
        self.store = store
        self.settings = settings
        self.clock = clock
    }

    /// Until nothing is left to do, or somebody asks to stop; the next call goes on where this one was.
    package func carryOn(until isStopped: @escaping @Sendable () -> Bool = { false }) async throws {
        let rung = Mutex(ContinuousClock.now - Self.ring)
        let bell = store.bell
        try await store.upkeep { desk in
            guard !isStopped(), let work = try desk.campaignWork() else { return false }
            try slice(of: work, at: desk)
            let isTime = rung.withLock { rung in
                guard ContinuousClock.now - rung >= Self.ring else { return false }
                rung = .now
                return true
            }
            if isTime { bell.ring() }
            return true
        }
        bell.ring()
    }

    private func slice(of work: CampaignWork, at desk: TurnDesk) throws {
        let now = clock()
        guard case .filling(let filling) = work else { return try desk.sweep(work, limit: Self.swept, at: now) }
        guard filling.expires > now else { return try desk.walked(filling, to: nil, leftOut: [:], at: now) }
        let page = try desk.recipients(filling.audience, after: filling.walked, looked: Self.looked, found: Self.found)
        var leftOut: [LeftOut: Int] = [:]
        for recipient in page.recipients {
            switch settings.way(to: recipient) {
            case .leftOut(let why): leftOut[why, default: 0] += 1
            case .channel(let channel, let network):
                let due = settings.endOfQuiet(for: recipient.number, at: now) ?? now
                try desk.queue(recipient, of: filling, by: channel, network: network, due: due, at: now)
            }
        }
        try desk.walked(filling, to: page.walked, leftOut: leftOut, at: now)
    }
}
