package import Foundation
import Texting

/// What messages come to before they leave, by what the configuration says of prices.
package struct Estimate: Equatable, Sendable {
    package var messages = 0
    package var parts = 0
    /// By currency.
    package var money: [String: Decimal] = [:]
    /// Parts of which no price is known.
    package var partsWithoutPrice = 0

    package init() {}

    mutating func add(_ parts: Int, at partPrice: Money?) {
        messages += 1
        self.parts += parts
        if let partPrice { money[partPrice.currency, default: 0] += (partPrice * parts).amount } else { partsWithoutPrice += parts }
    }

    package mutating func add(_ other: Estimate) {
        messages += other.messages
        parts += other.parts
        partsWithoutPrice += other.partsWithoutPrice
        money.merge(other.money) { $0 + $1 }
    }
}
