package import Foundation
package import Texting

/// What a gateway told of a message, in the store's own words.
package struct ToldFate: Sendable {
    package enum State: String, Sendable {
        case onItsWay, delivered, failed
    }

    package var state: State
    /// Why it failed, with the gateway's code.
    package var word: String
    package var price: Money?
    /// Nobody has the number: whoever comes with it next is asked whether it is still the same person.
    package var saysUnknownSubscriber: Bool
    /// The gateway lets nothing through to this number.
    package var saysBlocked: Bool

    package init(state: State, word: String, price: Money?, saysUnknownSubscriber: Bool, saysBlocked: Bool) {
        self.state = state
        self.word = word
        self.price = price
        self.saysUnknownSubscriber = saysUnknownSubscriber
        self.saysBlocked = saysBlocked
    }
}

/// Which message a gateway means.
package enum ToldSubject: Sendable {
    case ours(Identifier<Kept.OutboxRow>)
    case theirs(String)
}

extension TurnDesk {
    /// In any order, once or twice, before the send's own answer or long after it. What we don't know is kept for a while, where it may
    /// be of a message whose answer is still to come.
    ///
    /// - Parameter day: the service's own day of a moment: a price is of the day on which the message left.
    package func report(
        _ fate: ToldFate, of subject: ToldSubject, onChannel channel: String, day: (Date) -> String, at now: Date
    ) throws {
        switch subject {
        case .ours(let id): try apply(fate, to: id, onChannel: channel, day: day, at: now)
        case .theirs(let gatewayID):
            let key = key(ofGatewayID: gatewayID, onChannel: channel)
            // Some gateways begin to count anew: the latest is meant.
            if let row = try db.row("SELECT id FROM outbox WHERE gateway_key = ? ORDER BY sent DESC LIMIT 1", [key]) {
                try apply(fate, to: Identifier(row[0] as Data), onChannel: channel, day: day, at: now)
            } else if fate.state != .onItsWay {
                try db.run(
                    """
                    INSERT INTO early_report (gateway_key, state, word, price, at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET state = excluded.state, word = excluded.word, price = coalesce(excluded.price, price)
                        WHERE state <> 'delivered'
                    """, [key, fate.encoded, fate.word, fate.price?.text, now.milliseconds])
            }
        }
    }

    func takeEarlyReport(
        of key: Data, for id: Identifier<Kept.OutboxRow>, onChannel channel: String, day: String, at now: Date
    ) throws {
        guard let row = try db.row("SELECT state, word, price FROM early_report WHERE gateway_key = ?", [key]) else { return }
        try db.run("DELETE FROM early_report WHERE gateway_key = ?", [key])
        let fate = ToldFate(encoded: row[0], word: row[1], price: (row[2] as String?).flatMap(Money.init(parsing:)))
        try apply(fate, to: id, onChannel: channel, day: { _ in day }, at: now)
    }

    /// Delivered is final: a phone has shown it. What failed is final but for that.
    private func apply(
        _ fate: ToldFate, to id: Identifier<Kept.OutboxRow>, onChannel channel: String, day: (Date) -> String, at now: Date
    ) throws {
        guard let row = try db.row("SELECT contact, channel, state, sent FROM outbox WHERE id = ?", [id.data]), row[1] == channel else {
            return
        }
        let time = now.milliseconds
        if let price = fate.price { try correct(price, of: id, on: channel, day: day(Date(milliseconds: row[3] ?? time))) }
        switch fate.state {
        case .onItsWay:
            // Also what went back to the queue: the gateway has it after all.
            try db.run(
                """
                UPDATE outbox SET state = 'accepted', reason = NULL, doubtful = NULL, sent = coalesce(sent, ?1), updated = ?1
                WHERE id = ?2 AND (state = 'attempted' OR state = 'queued' AND tries > 0)
                """, [time, id.data])
        case .delivered:
            // Also what went back to the queue for a second try, since the first has arrived.
            try db.run(
                """
                UPDATE outbox SET state = 'delivered', reason = NULL, doubtful = NULL, sent = coalesce(sent, ?1), updated = ?1
                WHERE id = ?2 AND (state IN ('attempted', 'accepted') OR state IN ('queued', 'ended') AND tries > 0)
                """, [time, id.data])
        case .failed:
            guard row[2] != "delivered" else { return }
            try db.run(
                """
                UPDATE outbox SET state = 'ended', reason = ?, doubtful = NULL, updated = ?
                WHERE id = ? AND (state IN ('attempted', 'accepted') OR state = 'queued' AND tries > 0)
                """, [fate.word, time, id.data])
            if fate.saysBlocked { try block(Identifier(row[0] as Data), onChannel: channel, fate.word, at: now) }
            if fate.saysUnknownSubscriber { try db.doubt(row[0], at: now) }
        }
    }

    /// The gateway lets nothing through to this contact's number; START here cannot lift it.
    package func block(_ contact: Identifier<Kept.Contact>, onChannel channel: String, _ cause: String, at now: Date) throws {
        try db.run(
            """
            INSERT INTO blocked (number_key, channel, since, cause)
            SELECT number_key, ?, ?, ? FROM contact WHERE id = ? AND number_key IS NOT NULL ON CONFLICT DO NOTHING
            """, [channel, now.milliseconds, cause, contact.data])
    }

    /// A message of ours was refused because nobody has this number.
    package func reportUnknownSubscriber(_ contact: Identifier<Kept.Contact>, at now: Date) throws { try db.doubt(contact.data, at: now) }
}

extension ToldFate {
    fileprivate var encoded: String { state.rawValue + (saysUnknownSubscriber ? " unknown" : "") + (saysBlocked ? " blocked" : "") }

    fileprivate init(encoded: String, word: String, price: Money?) {
        let words = encoded.split(separator: " ")
        self.init(
            state: words.first.flatMap { State(rawValue: String($0)) } ?? .onItsWay, word: word, price: price,
            saysUnknownSubscriber: words.contains("unknown"), saysBlocked: words.contains("blocked"))
    }
}
