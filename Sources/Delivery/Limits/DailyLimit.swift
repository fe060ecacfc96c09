import Foundation
import Store
import Texting

/// What a channel may send in a day, in parts and in money.
struct DailyLimit {
    let budget: OutgoingChannel.Budget
    let sent: SentDay

    /// From here on staff are warned.
    static let warning = 0.8
    /// The rest is kept for answers and confirmations, so that a campaign keeps nobody from them.
    private static let shareOfBound = 0.9

    /// Whether a message fits what is left.
    func allows(parts: Int, price: Money?, _ rank: MessageClass) -> Bool {
        let share = rank.isBound ? Self.shareOfBound : 1
        if let limit = budget.dailyParts, Double(sent.parts + parts) > Double(limit) * share { return false }
        if let limit = budget.dailyMoney, let price, price.currency == limit.currency {
            let left = limit.amount * Decimal(share) - (sent.money[limit.currency] ?? 0)
            if price.amount > left { return false }
        }
        return true
    }

    /// How much of it is spent, from 0; the greater of the two.
    var spent: Double {
        let parts = budget.dailyParts.map { $0 > 0 ? Double(sent.parts) / Double($0) : 1 }
        let money = budget.dailyMoney.map { limit in
            limit.amount > 0 ? NSDecimalNumber(decimal: (sent.money[limit.currency] ?? 0) / limit.amount).doubleValue : 1
        }
        return max(parts ?? 0, money ?? 0)
    }
}
