package import Foundation
import Texting

/// What an operator's bill of a month is held against: one channel and one network, without anything of a person.
package struct BilledUsage: Equatable, Sendable {
    package var channel: String
    /// nil where nobody said whose network it was.
    package var network: String?
    package var sessions = 0
    package var steps = 0
    package var messagesIn = 0
    /// Messages of our own that were handed over, and their parts.
    package var messagesOut = 0
    package var parts = 0
    /// By currency.
    package var money: [String: Decimal] = [:]
    /// Parts of ours of which no price is known.
    package var partsWithoutPrice = 0
    /// Parts that went back in our answers to the gateway's requests: no price of theirs is ever told.
    package var partsInAnswers = 0

    init(channel: String, network: String?) {
        self.channel = channel
        self.network = network
    }
}

extension Store {
    /// What was done in a time by channel and network.
    package func billed(_ time: Range<Date>, _ realm: Realm, inStretchesOf rows: Int = Store.stretch) async throws -> [BilledUsage] {
        var bill = Bill()
        let arguments: Bindings = [time.lowerBound.milliseconds, time.upperBound.milliseconds, realm == .tests]
        try await eachStretch(of: "recording", rows) { db, stretch in
            try db.rows(Bill.came, arguments + stretch)
        } then: { found in
            for row in found {
                bill.change(row[0], row[1]) { usage in
                    usage.sessions += row[2]
                    usage.steps += row[3]
                    usage.messagesIn += row[4]
                    usage.partsInAnswers += row[5] ?? 0
                }
            }
        }
        try await eachStretch(of: "outbox", rows) { db, stretch in
            try db.rows(Bill.left, arguments + stretch)
        } then: { found in
            for row in found {
                let price = (row[2] as String?).flatMap(Money.init(parsing:))
                bill.change(row[0], row[1]) { usage in
                    usage.messagesOut += row[3]
                    usage.parts += row[4] ?? 0
                    if let price {
                        usage.money[price.currency, default: 0] += price.amount * Decimal(row[3] as Int)
                    } else {
                        usage.partsWithoutPrice += row[4] ?? 0
                    }
                }
            }
        }
        return bill.sorted
    }
}

private struct Bill {
    private struct Place: Hashable {
        var channel: String
        var network: String?
    }

    private var usages: [Place: BilledUsage] = [:]

    mutating func change(_ channel: String, _ network: String?, _ change: (inout BilledUsage) -> Void) {
        change(&usages[Place(channel: channel, network: network), default: BilledUsage(channel: channel, network: network)])
    }

    var sorted: [BilledUsage] { usages.values.sorted { ($0.channel, $0.network ?? "") < ($1.channel, $1.network ?? "") } }

    static let came: SQL = """
        SELECT turn.channel, recording.network, count(*) FILTER (WHERE occasion = 'dial'),
            count(*) FILTER (WHERE occasion IN ('dial', 'step')), count(*) FILTER (WHERE occasion = 'message'), sum(turn.parts)
        FROM turn JOIN recording ON recording.id = recording JOIN contact ON contact.id = contact
        WHERE at >= ?1 AND at < ?2 AND is_test = ?3 AND turn.recording > ?4 AND turn.recording <= ?5 GROUP BY turn.channel, recording.network
        """

    /// What a gateway refused at once is on nobody's bill.
    static let left: SQL = """
        SELECT channel, network, price, count(*), sum(parts) FROM outbox JOIN contact ON contact.id = contact
        WHERE sent >= ?1 AND sent < ?2 AND is_test = ?3 AND outbox.id > ?4 AND outbox.id <= ?5 AND channel IS NOT NULL AND (state IN ('attempted', 'accepted', 'delivered')
            OR state = 'ended' AND reason NOT LIKE 'refused%' AND reason NOT LIKE 'blocked%' AND reason <> 'not-taken')
        GROUP BY channel, network, price
        """
}
