import Foundation
import Logging
import Store
import Synchronization

/// Gives what waits its channel, and another one where its gateway is left alone.
extension Dispatcher {
    func keepRouting() async {
        while !office.isClosed {
            do {
                try await routeAll()
                try await detourAll()
                let next = try await office.store.nextDue(on: nil)?.timeIntervalSince(office.clock())
                await routing.wait(atMost: next.map { min(.seconds(max($0, 0.01)), Self.longestSleep) } ?? Self.longestSleep)
            } catch {
                logger.error("messages could not be given a channel", metadata: ["why": "\(type(of: error))"])
                await routing.wait(atMost: .seconds(1))
            }
        }
    }

    func routeAll() async throws {
        let (office, open) = (office, openChannels)
        try await office.store.upkeep { [self] desk in
            let router = Router(settings: office.settings, isOpen: { open.contains($0) }, now: office.clock())
            let (given, isMore) = try router.route(at: desk)
            // At once: behind a campaign there is much to route. Who is woken asks the writer, and so comes behind this.
            wake(given)
            return isMore
        }
    }

    private func detourAll() async throws {
        for line in lines {
            guard let ranks = line.takeDetour() else { continue }
            let (office, open, name) = (office, openChannels, line.channel.name)
            let place = Mutex<WaitingPlace?>(nil)
            try await office.store.upkeep { [self] desk in
                let router = Router(settings: office.settings, isOpen: { open.contains($0) }, now: office.clock())
                let (given, next) = try router.detour(from: name, ranks, after: place.withLock { $0 }, at: desk)
                wake(given)
                place.withLock { $0 = next }
                return next != nil
            }
        }
    }

    private var openChannels: Set<String> { Set(lines.filter(\.isOpenForNew).map(\.channel.name)) }

    private func wake(_ channels: Set<String>) {
        for line in lines where channels.contains(line.channel.name) { line.waker.ring() }
    }
}
