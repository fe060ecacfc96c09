import Dialogs
import Foundation
import Store
import Texting

/// What is held against an operator's bill: a month by channel and network.
struct Bill {
    static let columns = [
        "channel", "network", "sessions", "steps", "messages-in", "messages-out", "parts", "cost", "currency", "parts-without-price",
    ]

    private(set) var rows: [Row] = []

    /// - Parameter prices: of a part by channel, for what went back in our answers, whose price no gateway tells.
    init(_ usages: [BilledUsage], prices: [String: Money]) {
        for usage in usages {
            var money = usage.money
            var unpriced = usage.partsWithoutPrice
            if let price = prices[usage.channel] {
                if usage.partsInAnswers > 0 { money[price.currency, default: 0] += price.amount * Decimal(usage.partsInAnswers) }
            } else {
                unpriced += usage.partsInAnswers
            }
            let costs = money.sorted { $0.key < $1.key }.map { Money($0.value, $0.key) }
            rows.append(Row(usage, cost: costs.first, unpriced: unpriced))
            // A second currency has a line of its own, so that every column can be added up.
            for cost in costs.dropFirst() { rows.append(Row(usage.nothing, cost: cost, unpriced: 0)) }
        }
    }
}

extension Row {
    fileprivate init(_ usage: BilledUsage, cost: Money?, unpriced: Int) {
        let counts = [
            usage.sessions, usage.steps, usage.messagesIn, usage.messagesOut, usage.parts + usage.partsInAnswers,
        ].map { Cell.number(Decimal($0)) }
        let cells: [Cell] =
            [.text(usage.channel), Cell(usage.network)] + counts
            + [cost.map { .number($0.amount) } ?? .missing, Cell(cost?.currency), .number(Decimal(unpriced))]
        self.init(columns: zip(Bill.columns, cells).map { ($0, $1) })
    }
}

extension BilledUsage {
    fileprivate var nothing: BilledUsage {
        var usage = self
        (usage.sessions, usage.steps, usage.messagesIn, usage.messagesOut, usage.parts, usage.partsInAnswers) = (0, 0, 0, 0, 0, 0)
        return usage
    }
}

extension Export {
    /// The rows of a month (`2026-11`) in the service's own time zone.
    func bill(of month: String, _ store: Store, _ configuration: Configuration, _ realm: Realm) async throws -> [Row] {
        let usages = try await store.billed(try configuration.month(month), realm)
        let priced = configuration.channels.compactMap { channel in channel.partPrice.map { (channel.name, $0) } }
        return Bill(usages, prices: Dictionary(uniqueKeysWithValues: priced)).rows
    }
}

extension Configuration {
    fileprivate func month(_ text: String) throws -> Range<Date> {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        guard let match = text.wholeMatch(of: /(\d{4})-(0[1-9]|1[0-2])/), let year = Int(match.1), let month = Int(match.2),
            let first = calendar.date(from: DateComponents(year: year, month: month, day: 1)),
            let next = calendar.date(byAdding: .month, value: 1, to: first)
        else { throw CannotRun(fr: "« \(text) » n'est pas un mois ; écrivez 2026-11", en: "“\(text)” is no month; write 2026-11") }
        return first..<next
    }
}
