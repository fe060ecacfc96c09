package import Foundation
import Texting

/// What has left by a channel on one day.
package struct SentDay: Equatable, Sendable {
    package var parts = 0
    /// By currency.
    package var money: [String: Decimal] = [:]

    package init() {}
}

extension TurnDesk {
    package func sent(on channel: String, day: String) throws -> SentDay {
        try db.rows("SELECT currency, parts, micros FROM sent_day WHERE channel = ? AND day = ?", [channel, day])
            .reduce(into: SentDay()) { sent, row in
                let currency = row[0] as String
                sent.parts += row[1]
                if !currency.isEmpty { sent.money[currency] = Decimal(row[2] as Int64) / Money.micros }
            }
    }

    func count(_ parts: Int, _ price: Money?, on channel: String, day: String) throws {
        try add(parts, 0, "", on: channel, day: day)
        if let price { try add(0, price.micros, price.currency, on: channel, day: day) }
    }

    /// The gateway's own price stands in the place of what the configuration says.
    func correct(_ price: Money, of id: Identifier<Kept.OutboxRow>, on channel: String, day: String) throws {
        guard let row = try db.row("SELECT price FROM outbox WHERE id = ?", [id.data]) else { return }
        if let counted = (row[0] as String?).flatMap(Money.init(parsing:)) {
            try add(0, -counted.micros, counted.currency, on: channel, day: day)
        }
        try add(0, price.micros, price.currency, on: channel, day: day)
        try db.run("UPDATE outbox SET price = ? WHERE id = ?", [price.text, id.data])
    }

    /// It did not leave after all.
    func takeBack(_ id: Identifier<Kept.OutboxRow>, on channel: String, day: String) throws {
        guard let row = try db.row("SELECT parts, price, contact, sent FROM outbox WHERE id = ? AND state = 'attempted'", [id.data]) else {
            return
        }
        try add(-(row[0] ?? 0), 0, "", on: channel, day: day)
        if let counted = (row[1] as String?).flatMap(Money.init(parsing:)) {
            try add(0, -counted.micros, counted.currency, on: channel, day: day)
        }
        try db.run("UPDATE outbox SET parts = NULL, price = NULL WHERE id = ?", [id.data])
        // Nobody was asked what it would have asked.
        try db.run("DELETE FROM opening WHERE contact = ? AND since = ?", [row[2] as Data, row[3] as Int64?])
    }

    private func add(_ parts: Int, _ micros: Int64, _ currency: String, on channel: String, day: String) throws {
        try db.run(
            """
            INSERT INTO sent_day (channel, day, currency, parts, micros) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET parts = parts + excluded.parts, micros = micros + excluded.micros
            """, [channel, day, currency, parts, micros])
    }
}

extension Money {
    fileprivate static let micros = Decimal(1_000_000)

    fileprivate var micros: Int64 { NSDecimalNumber(decimal: amount * Self.micros).int64Value }
}
