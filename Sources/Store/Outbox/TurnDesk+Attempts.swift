package import Foundation
package import Texting

/// What is written before a message is handed over.
package struct Attempt: Sendable {
    package var text: String
    package var parts: Int
    /// What it costs by the configuration, until the gateway says better.
    package var price: Money?
    /// In the service's own time zone: `2026-11-27`.
    package var day: String

    package init(text: String, parts: Int, price: Money?, day: String) {
        self.text = text
        self.parts = parts
        self.price = price
        self.day = day
    }
}

/// How an attempt ended.
package enum AttemptEnd: Sendable {
    /// - Parameter gatewayID: the gateway's own id, where its reports name it.
    case accepted(gatewayID: String?, price: Money?, parts: Int?)
    /// It has arrived: on a phone that no network stands before.
    case arrived
    /// For good, with a word for staff.
    case refused(reason: String)
    /// Tried again then, by the same channel or, with nil, by whichever fits.
    case notTaken(until: Date, channel: String?)
    /// Never tried again.
    case given(up: EndReason)
    /// It was not handed over: the person has left since it was decided.
    case left
    /// It may have left us.
    case unknown
}

extension TurnDesk {
    package func attempt(_ message: DueMessage, _ attempt: Attempt, on channel: String, at now: Date) throws {
        try db.run(
            """
            UPDATE outbox SET state = 'attempted', text_box = coalesce(?, text_box), parts = ?, price = ?, sent = ?, doubtful = NULL, tries = tries + 1,
                channel = ?, reason = NULL, updated = ?
            WHERE id = ? AND state = 'queued'
            """,
            [
                // What was worded before is sealed already.
                attempt.text == message.text ? nil : try sealer.box(attempt.text, .message), attempt.parts, attempt.price?.text,
                now.milliseconds, channel, now.milliseconds,
                message.id.data,
            ])
        try count(attempt.parts, attempt.price, on: channel, day: attempt.day)
    }

    /// Nothing of it happens to a message that a report has settled already, or that was erased.
    package func settle(_ id: Identifier<Kept.OutboxRow>, _ end: AttemptEnd, on channel: String, day: String, at now: Date) throws {
        let time = now.milliseconds
        switch end {
        case .accepted(let gatewayID, let price, let parts):
            let key = gatewayID.map { self.key(ofGatewayID: $0, onChannel: channel) }
            if let price { try correct(price, of: id, on: channel, day: day) }
            // A report may have been faster.
            try db.run(
                """
                UPDATE outbox SET state = CASE state WHEN 'attempted' THEN 'accepted' ELSE state END, gateway_key = coalesce(?, gateway_key),
                    parts = coalesce(?, parts), failures = 0, doubtful = NULL, updated = ?
                WHERE id = ? AND state IN ('attempted', 'accepted', 'delivered', 'ended')
                """, [key, parts, time, id.data])
            if let key { try takeEarlyReport(of: key, for: id, onChannel: channel, day: day, at: now) }
        case .arrived:
            try db.run(
                "UPDATE outbox SET state = 'delivered', doubtful = NULL, updated = ? WHERE id = ? AND state = 'attempted'", [time, id.data])
        case .refused(let reason):
            try takeBack(id, on: channel, day: day)
            try finish(id, reason, at: now)
        case .given(let reason):
            try takeBack(id, on: channel, day: day)
            try db.run("UPDATE outbox SET sent = NULL WHERE id = ? AND state = 'attempted'", [id.data])
            try finish(id, reason.rawValue, at: now)
        case .left:
            let isGone = try db.row(
                "SELECT 1 FROM outbox JOIN contact ON contact.id = contact WHERE outbox.id = ? AND number_key IS NULL", [id.data])
            try settle(id, .given(up: isGone == nil ? .stopped : .numberMoved), on: channel, day: day, at: now)
        case .notTaken(let until, let next):
            try takeBack(id, on: channel, day: day)
            try db.run(
                """
                UPDATE outbox SET state = 'queued', due = ?, failures = CASE WHEN channel IS ? THEN failures + 1 ELSE 0 END, channel = ?2,
                    sent = NULL, doubtful = NULL, text_box = \(Self.textOfNext), updated = ?
                WHERE id = ? AND state = 'attempted'
                """, [until.milliseconds, next, time, id.data])
            bell.ring()
        case .unknown:
            try db.run(
                "UPDATE outbox SET doubtful = ?, unknowns = unknowns + 1, updated = ? WHERE id = ? AND state = 'attempted'",
                [time, time, id.data])
        }
    }

    /// What is worded when it leaves is worded anew when it is tried again: its sign-up may be closed by then.
    static let textOfNext = "CASE WHEN class IN ('reminder', 'campaign') THEN NULL ELSE text_box END"

    private func finish(_ id: Identifier<Kept.OutboxRow>, _ reason: String, at now: Date) throws {
        try db.run(
            "UPDATE outbox SET state = 'ended', reason = ?, doubtful = NULL, updated = ? WHERE id = ? AND state = 'attempted'",
            [reason, now.milliseconds, id.data])
    }

    func key(ofGatewayID id: String, onChannel channel: String) -> Data {
        sealer.short(.message, "gateway\u{0}\(channel)\u{0}\(id)").data
    }
}
