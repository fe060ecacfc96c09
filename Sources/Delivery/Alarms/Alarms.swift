package import Foundation
import Logging
import Metrics
import Synchronization

/// Tells staff, in the log and by the ways that they chose, what `AlarmBook` decides. Whoever tells it something never waits for them.
package final class Alarms: Sendable {
    /// A command that is run, or an SMS; what it fails at it logs itself, and it must end by itself.
    package typealias Way = @Sendable (Alarm) async -> Void

    private let book: Mutex<AlarmBook>
    /// By channel: told with every turn, and so looked at only now and then.
    private let calls: [String: LastCall]
    private let ways: [Way]
    private let clock: @Sendable () -> Date
    private let troubles: [String: Gauge]
    private let rung: AsyncStream<[Alarm]>
    private let ringing: AsyncStream<[Alarm]>.Continuation
    private let logger = Logger(label: "passerelle.alarms")

    private static let lookEvery = Duration.seconds(5)
    /// Rings that nobody could carry out yet; more would say nothing new.
    private static let mostWaiting = 100

    /// - Parameters:
    ///   - channels: all of them.
    ///   - receiving: those that something comes in by.
    ///   - silentAfter: how long one of these may be silent; nil where nobody wants to know.
    package init(
        channels: [String], receiving: [String], silentAfter: Duration?, timeZone: TimeZone, clock: @escaping @Sendable () -> Date,
        ways: [Way]
    ) {
        let day = { @Sendable (moment: Date) in moment.day(in: timeZone) }
        book = Mutex(AlarmBook(receiving: receiving, silentAfter: silentAfter, start: clock(), day: day))
        calls = Dictionary(receiving.map { ($0, LastCall()) }) { first, _ in first }
        self.ways = ways
        self.clock = clock
        troubles = Dictionary(
            channels.map { ($0, Gauge(label: "passerelle_channel_trouble", dimensions: [("channel", $0)])) }
        ) { first, _ in first }
        for gauge in troubles.values { gauge.record(0) }
        (rung, ringing) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    }

    package func hear(_ notice: ChannelNotice, on channel: String) {
        let now = clock()
        ring(book.withLock { $0.hear(notice, on: channel, at: now) })
        showTroubles()
    }

    /// Something came in by a channel. Costs next to nothing.
    package func hear(callOn channel: String, at moment: Date) {
        calls[channel]?.moment.store(Int64(moment.timeIntervalSince1970 * 1000), ordering: .relaxed)
    }

    /// Until it is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await alarms in self.rung { for alarm in alarms { await self.carryOut(alarm) } }
            }
            while !Task.isCancelled {
                look()
                try? await Task.sleep(for: Self.lookEvery)
            }
            ringing.finish()
        }
    }

    /// What follows from time, and from what came in since.
    package func look() {
        let now = clock()
        for (channel, call) in calls {
            let heard = call.moment.exchange(0, ordering: .relaxed)
            guard heard != 0 else { continue }
            ring(book.withLock { $0.hear(callOn: channel, at: Date(timeIntervalSince1970: TimeInterval(heard) / 1000)) })
        }
        ring(book.withLock { $0.look(at: now) })
        showTroubles()
    }

    /// Whether something is wrong with a channel now.
    package func isTroubled(_ channel: String) -> Bool { book.withLock { $0.isTroubled(channel) } }

    private func showTroubles() {
        for (channel, gauge) in troubles { gauge.record(isTroubled(channel) ? 1 : 0) }
    }

    private func ring(_ alarms: [Alarm]) {
        guard !alarms.isEmpty else { return }
        for alarm in alarms { log(alarm) }
        ringing.yield(alarms)
    }

    private func log(_ alarm: Alarm) {
        let metadata: Logger.Metadata = ["channel": "\(alarm.channel)", "cause": "\(alarm.cause.rawValue)", "word": "\(alarm.word)"]
        switch alarm.state {
        case .begun: logger.warning("trouble with a channel", metadata: metadata)
        case .over: logger.notice("trouble with a channel is over", metadata: metadata)
        }
    }

    /// One after the other for each alarm, all ways at once.
    private func carryOut(_ alarm: Alarm) async {
        await withDiscardingTaskGroup { group in
            for way in ways { group.addTask { await way(alarm) } }
        }
    }
}

/// When something last came in, in milliseconds since 1970; 0 where that is known already.
private final class LastCall: Sendable {
    let moment = Atomic<Int64>(0)
}
