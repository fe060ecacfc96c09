import Foundation
import Logging
import Metrics
import Store

/// What waits to leave, looked at now and then.
struct QueueMetrics: Sendable {
    private let waiting: [(rank: Int, gauge: Gauge)]
    private let oldest = Gauge(label: "passerelle_messages_oldest_overdue_seconds")
    private let doubtful = Gauge(label: "passerelle_messages_doubtful")

    /// By rank: a follow-up waits like a reminder.
    private static let names = ["answer", "confirmation", "reminder", "campaign"]

    init() {
        waiting = Self.names.enumerated().map { rank, name in
            (rank, Gauge(label: "passerelle_messages_waiting", dimensions: [("class", name)]))
        }
    }

    func show(_ queue: Queue, at now: Date) {
        for (rank, gauge) in waiting { gauge.record(queue.waiting[rank] ?? 0) }
        oldest.record(queue.oldest.map { max(0, now.timeIntervalSince($0)) } ?? 0)
        doubtful.record(queue.doubtful)
    }
}
