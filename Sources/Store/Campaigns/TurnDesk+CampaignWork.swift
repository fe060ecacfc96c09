package import Dialogs
package import Foundation

/// What is to be done for a campaign in slices; a process that is killed leaves it to the next one, which goes on where it was.
package enum CampaignWork: Sendable {
    /// Messages are to be queued for whoever comes after that contact.
    case filling(Filling)
    /// Messages that were held while it was paused are due again.
    case letting(Identifier<Kept.Campaign>)
    /// Messages that wait end, because it was stopped.
    case ending(Identifier<Kept.Campaign>)

    package struct Filling: Sendable {
        package var campaign: Identifier<Kept.Campaign>
        package var audience: Audience
        package var expires: Date
        package var walked: PageKey?
    }
}

/// Why somebody who fits gets no message.
package enum LeftOut: String, Sendable, CaseIterable {
    /// They have said STOP.
    case stopped
    /// Their number may be somebody else's.
    case numberInDoubt
    /// Every channel that reaches their number is blocked by its gateway.
    case blocked
    /// No channel reaches their number.
    case unreached
}

extension TurnDesk {
    package func campaignWork() throws -> CampaignWork? {
        let row = try db.row(
            """
            SELECT id, state, swept IS NOT NULL, filter, expires, walked FROM campaign
            WHERE state = 'filling' OR swept IS NOT NULL ORDER BY swept IS NULL, id LIMIT 1
            """)
        guard let row else { return nil }
        let id = Identifier<Kept.Campaign>(row[0] as Data)
        if row[2] { return row[1] == Campaign.State.stopped.rawValue ? .ending(id) : .letting(id) }
        let filter = (row[3] as String?).flatMap { try? JSONDecoder().decode(Audience.self, from: Data($0.utf8)) }
        return .filling(
            CampaignWork.Filling(
                campaign: id, audience: filter ?? .any([]), expires: Date(milliseconds: row[4]),
                walked: (row[5] as Data?).map { PageKey(bytes: $0) }))
    }

    /// A message to one of a campaign's recipients, with the channel that it leaves by.
    package func queue(
        _ recipient: Recipient, of filling: CampaignWork.Filling, by channel: String, network: String?, due: Date, at now: Date
    ) throws {
        if room != .enough { throw StoreProblem.diskFull }
        try db.run(
            """
            INSERT INTO outbox (id, contact, sign_up, class, cause, language, due, expires, state, channel, network, campaign, created, updated)
            VALUES (?1, ?2, ?3, 'campaign', ?4, ?5, ?6, ?7, 'queued', ?8, ?9, ?10, ?11, ?11)
            """,
            [
                Identifier<Kept.OutboxRow>(at: now, chance: chance).data, recipient.contact.data, recipient.signUp.data,
                filling.campaign.short, recipient.language.rawValue, due.milliseconds, filling.expires.milliseconds, channel, network,
                filling.campaign.data, now.milliseconds,
            ])
    }

    /// In the transaction of what was queued, so that nobody is ever walked over twice.
    ///
    /// - Parameter walked: nil behind the end.
    package func walked(_ filling: CampaignWork.Filling, to walked: PageKey?, leftOut: [LeftOut: Int], at now: Date) throws {
        try db.run(
            """
            UPDATE campaign SET walked = coalesce(?, walked), filled = ?, stopped = stopped + ?, blocked = blocked + ?,
                unreached = unreached + ?, doubted = doubted + ?, state = CASE WHEN ?2 IS NULL THEN state ELSE 'running' END
            WHERE id = ? AND state = 'filling'
            """,
            [
                walked?.bytes, walked == nil ? now.milliseconds : nil, leftOut[.stopped] ?? 0, leftOut[.blocked] ?? 0,
                leftOut[.unreached] ?? 0, leftOut[.numberInDoubt] ?? 0, filling.campaign.data,
            ])
    }

    /// One slice of what a campaign's new state means for the messages that wait.
    package func sweep(_ work: CampaignWork, limit: Int, at now: Date) throws {
        switch work {
        case .filling: break
        case .ending(let id):
            try db.run(
                """
                UPDATE outbox SET state = 'ended', reason = ?, updated = ?
                WHERE id IN (SELECT id FROM outbox WHERE campaign = ? AND state = 'queued' LIMIT ?)
                """, [EndReason.campaignStopped.rawValue, now.milliseconds, id.data, limit])
            if db.changesCount < limit { try db.run("UPDATE campaign SET swept = NULL WHERE id = ?", [id.data]) }
        case .letting(let id):
            let last = try db.row(
                """
                SELECT max(id), count(*) FROM (
                    SELECT outbox.id FROM outbox, campaign
                    WHERE campaign.id = ? AND campaign = campaign.id AND outbox.state = 'queued' AND reason IS NULL AND outbox.id > swept
                    ORDER BY outbox.id LIMIT ?)
                """, [id.data, limit])
            let end = last.flatMap { $0[0] as Data? }
            if let end {
                try db.run(
                    """
                    UPDATE outbox SET due = min(due, ?) WHERE campaign = ?2 AND state = 'queued' AND reason IS NULL
                        AND id > (SELECT swept FROM campaign WHERE id = ?2) AND id <= ?3
                    """, [now.milliseconds, id.data, end])
            }
            let isMore = (last?[1] ?? 0) == limit
            try db.run("UPDATE campaign SET swept = ? WHERE id = ?", [isMore ? end : nil, id.data])
        }
    }
}

extension Identifier {
    /// As staff type it: the end of it, which is nothing but chance.
    package var short: String { String(uuid.uuidString.lowercased().suffix(8)) }
}
