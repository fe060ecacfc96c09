package import Conversations
package import Foundation
import Logging
package import Store

/// Sends what waits in the outbox: gives each message its channel, hands it over, and settles what is in doubt.
package final class Dispatcher: Sendable {
    let office: Office
    let lines: [Line]
    let routing = Waker()
    private let doubting = Waker()
    private let campaigning = Waker()
    private let counting = Waker()
    private let queue = QueueMetrics()
    let logger = Logger(label: "passerelle.delivery")

    /// In one slice of the writer's time, which must be over in less than 5 ms.
    private static let strays = 200
    static let longestSleep = Duration.seconds(30)
    /// How often it is looked whether something is in doubt for long enough.
    private static let doubtsEvery = Duration.seconds(5)
    /// How often it is counted what waits; who asks for metrics asks no oftener.
    private static let countEvery = Duration.seconds(15)

    /// - Parameter call: carries a request to a gateway out; bounded in time by whoever hands it in.
    package init(
        store: Store, scripts: ScriptShelf, settings: DeliverySettings, call: @escaping Call, clock: @escaping @Sendable () -> Date,
        onlookers: Onlookers = Onlookers()
    ) {
        office = Office(store: store, scripts: scripts, settings: settings, call: call, clock: clock, onlookers: onlookers)
        let office = office
        lines = settings.channels.map { Line($0, in: office) }
    }

    /// Until `stop`, or until it is cancelled; what is on its way then is waited for, and nothing more is begun.
    package func run() async {
        await withTaskCancellationHandler {
            await runUntilClosed()
        } onCancel: {
            stop()
        }
    }

    private func runUntilClosed() async {
        await takeOver()
        // Before anything is looked at, so that nothing is missed between.
        let rings = office.store.bell.rings
        let listening = Task {
            for await _ in rings {
                wakeAll()
                try? await Task.sleep(for: Self.between)
            }
        }
        await withDiscardingTaskGroup { group in
            group.addTask { await self.keepRouting() }
            group.addTask { await self.keepSettlingDoubts() }
            group.addTask { await self.keepCampaignsGoing() }
            group.addTask { await self.keepCounting() }
            for line in lines { group.addTask { await line.run() } }
        }
        listening.cancel()
    }

    package func stop() {
        office.close()
        wakeAll()
        counting.ring()
    }

    /// Returns when nothing that we begin is on its way to somebody who has just said STOP, or is nobody any more.
    package func letGo(_ contact: Identifier<Kept.Contact>) async { await office.flights.letGo(contact) }

    /// Sends all that is due now and returns; for played conversations, where nothing runs beside the person.
    package func drain() async throws {
        let doubts = doubts
        while try await doubts.settle() {}
        while true {
            try await routeAll()
            var sent = 0
            for line in lines {
                let result = try await line.claim(all: Self.inOneGo, begun: Self.inOneGo)
                for flight in result.flights { await line.fly(flight) }
                sent += result.seen
            }
            if sent == 0 { return }
        }
    }

    private static let inOneGo = 20
    /// Rings within a moment of one another are one: a thousand people who register in a second do not have the outbox read a thousand
    /// times. Nobody notices an answer by SMS that leaves as much later.
    private static let between = Duration.milliseconds(50)

    /// When the next message is due.
    package func nextDue() async throws -> Date? {
        var next = try await office.store.nextDue(on: nil)
        for line in lines {
            guard let due = try await office.store.nextDue(on: line.channel.name) else { continue }
            next = min(next ?? due, due)
        }
        return next
    }

    private func wakeAll() {
        routing.ring()
        doubting.ring()
        campaigning.ring()
        for line in lines { line.waker.ring() }
    }

    /// Before anything is sent: what was under way when the process before this one ended is in doubt, and what waited for a channel that
    /// is none any more waits for another.
    private func takeOver() async {
        let (office, known) = (office, Set(lines.map(\.channel.name)))
        while !office.isClosed {
            do {
                try await office.store.upkeep { desk in
                    try desk.doubtWhatWasUnderWay()
                    return false
                }
                return try await office.store.upkeep { desk in
                    try desk.unrouteStrays(knowing: known, limit: Self.strays, at: office.clock())
                }
            } catch {
                logger.error("what was under way could not be looked at", metadata: ["why": "\(type(of: error))"])
                await routing.wait(atMost: .seconds(1))
            }
        }
    }

    private var doubts: Doubts {
        Doubts(office: office, lines: Dictionary(lines.map { ($0.channel.name, $0) }, uniquingKeysWith: { first, _ in first }))
    }

    private func keepSettlingDoubts() async {
        let doubts = doubts
        while !office.isClosed {
            do {
                if try await doubts.settle() { continue }
            } catch {
                logger.error("messages in doubt could not be settled", metadata: ["why": "\(type(of: error))"])
            }
            await doubting.wait(atMost: Self.doubtsEvery)
        }
    }

    private func keepCampaignsGoing() async {
        let campaigner = Campaigner(store: office.store, settings: office.settings, clock: office.clock)
        while !office.isClosed {
            do {
                if try await office.store.hasCampaignWork() { try await campaigner.carryOn { self.office.isClosed } }
                await campaigning.wait(atMost: Self.longestSleep)
            } catch {
                logger.error("a campaign could not be carried on", metadata: ["why": "\(type(of: error))"])
                await campaigning.wait(atMost: .seconds(1))
            }
        }
    }

    private func keepCounting() async {
        while !office.isClosed {
            let now = office.clock()
            if let found = try? await office.store.queue(at: now) { queue.show(found, at: now) }
            await counting.wait(atMost: Self.countEvery)
        }
    }
}
