package import Foundation
package import Gateways
import Metrics
package import Store

/// Takes what gateways tell of our messages, in whatever order they tell it.
package struct ReportTaker: Sendable {
    let store: Store
    let settings: DeliverySettings

    package init(store: Store, settings: DeliverySettings) {
        self.store = store
        self.settings = settings
    }

    /// Whether they are durable; a message that nobody knows is no trouble.
    package func take(_ reports: [DeliveryReport], on channel: String, arrived: Date) async -> Bool {
        let settings = settings
        do {
            try await store.upkeep { desk in
                for report in reports {
                    guard let subject = ToldSubject(report.subject) else { continue }
                    try desk.report(ToldFate(report), of: subject, onChannel: channel, day: settings.day(of:), at: arrived)
                }
                return false
            }
        } catch {
            return false
        }
        for report in reports { Self.count(report, on: channel) }
        return true
    }

    private static func count(_ report: DeliveryReport, on channel: String) {
        let name =
            switch report.state {
            case .onItsWay: "on-its-way"
            case .delivered: "delivered"
            case .failed: "failed"
            }
        Counter(label: "passerelle_reports_total", dimensions: [("channel", channel), ("state", name)]).increment()
    }
}

extension ToldSubject {
    /// nil for an id that we never give.
    fileprivate init?(_ subject: DeliveryReport.Subject) {
        switch subject {
        case .ours(let id):
            guard let id = Identifier<Kept.OutboxRow>(travelling: id) else { return nil }
            self = .ours(id)
        case .theirs(let id): self = .theirs(id)
        }
    }
}

extension ToldFate {
    init(_ report: DeliveryReport) {
        switch report.state {
        case .onItsWay:
            self.init(state: .onItsWay, word: report.word, price: report.price, saysUnknownSubscriber: false, saysBlocked: false)
        case .delivered:
            self.init(state: .delivered, word: report.word, price: report.price, saysUnknownSubscriber: false, saysBlocked: false)
        case .failed(let cause):
            self.init(
                state: .failed, word: cause.reason(report.word), price: report.price, saysUnknownSubscriber: cause == .unknownSubscriber,
                saysBlocked: cause == .blocked)
        }
    }
}
