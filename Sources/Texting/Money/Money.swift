package import Foundation

/// What something costs, in one currency.
package struct Money: Hashable, Sendable {
    package var amount: Decimal
    /// By its three letters (ISO 4217): `XAF`.
    package var currency: String

    package init(_ amount: Decimal, _ currency: String) {
        self.amount = amount
        self.currency = currency
    }

    /// `12.5 XAF` or `XAF 12.5`, as gateways and configurations write it; nil for anything else, also for less than nothing.
    package init?(parsing text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2 else { return nil }
        let (amount, currency) = words[0].first?.isNumber == true ? (words[0], words[1]) : (words[1], words[0])
        guard amount.wholeMatch(of: /[0-9]{1,12}(\.[0-9]{1,8})?/) != nil, currency.wholeMatch(of: /[A-Z]{3}/) != nil,
            let value = Decimal(string: String(amount), locale: Locale(identifier: "en_US_POSIX"))
        else { return nil }
        self.init(value, String(currency))
    }

    package static func * (price: Money, count: Int) -> Money { Money(price.amount * Decimal(count), price.currency) }

    /// `12.5 XAF`.
    package var text: String { "\(amount) \(currency)" }
}
