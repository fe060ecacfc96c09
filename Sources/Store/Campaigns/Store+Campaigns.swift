package import Foundation

/// How far a campaign is.
package struct CampaignProgress: Sendable {
    package var campaign: Campaign
    package var made: Date
    package var by: String
    /// As staff wrote it.
    package var audience: String
    /// Whether everybody who fits has been looked at.
    package var isFilled: Bool
    package var leftOut: [LeftOut: Int]
    /// Messages that are still to leave.
    package var waiting: Int
    /// Messages that were handed over and of which nobody knows yet.
    package var underWay: Int
    package var accepted: Int
    package var delivered: Int
    /// Messages that ended otherwise, by reason.
    package var ended: [String: Int]

    /// Messages that have left.
    package var left: Int { accepted + delivered }
    package var queued: Int { waiting + underWay + left + ended.values.reduce(0, +) }

    /// Whether nothing of it will leave any more.
    package var isOver: Bool { waiting == 0 && underWay == 0 && (isFilled || campaign.state == .stopped) }
}

extension Store {
    /// The newest first.
    package func campaigns() async throws -> [CampaignProgress] {
        try await read { db in
            try db.rows("\(CampaignProgress.select) ORDER BY id DESC").map { try CampaignProgress($0, db) }
        }
    }

    package func progress(of campaign: Identifier<Kept.Campaign>) async throws -> CampaignProgress? {
        try await read { db in
            try db.row("\(CampaignProgress.select) WHERE id = ?", [campaign.data]).map { try CampaignProgress($0, db) }
        }
    }

    /// Whether anything is to be done for a campaign.
    package func hasCampaignWork() async throws -> Bool {
        try await read { db in try db.row("SELECT 1 FROM campaign WHERE state = 'filling' OR swept IS NOT NULL") != nil }
    }
}

extension CampaignProgress {
    static let select = """
        SELECT id, texts, opens, expires, state, made, made_by, audience, filled IS NOT NULL, stopped, blocked, unreached, doubted
        FROM campaign
        """

    init(_ row: Row, _ db: Connection) throws {
        campaign = try Campaign(row)
        made = Date(milliseconds: row[5])
        by = row[6]
        audience = row[7]
        isFilled = row[8]
        leftOut = [.stopped: row[9], .blocked: row[10], .unreached: row[11], .numberInDoubt: row[12]].filter { $0.value > 0 }
        (waiting, underWay, accepted, delivered, ended) = (0, 0, 0, 0, [:])
        let counts = try db.rows(
            "SELECT state, reason, count(*) FROM outbox WHERE campaign = ? GROUP BY state, reason", [campaign.id.data])
        for count in counts {
            switch count[0] as String {
            case "queued": waiting += count[2]
            case "attempted": underWay += count[2]
            case "accepted": accepted += count[2]
            case "delivered": delivered += count[2]
            default: ended[count[1] as String? ?? "", default: 0] += count[2]
            }
        }
    }
}

extension Store {
    package func beginCampaign(_ order: CampaignOrder, by whom: String, at now: Date) async throws -> Identifier<Kept.Campaign> {
        try await changing { desk in try desk.begin(order, by: whom, at: now) }
    }

    /// False where it was stopped.
    package func pauseCampaign(_ id: Identifier<Kept.Campaign>) async throws -> Bool { try await changing { desk in try desk.pause(id) } }
    package func resumeCampaign(_ id: Identifier<Kept.Campaign>) async throws -> Bool { try await changing { desk in try desk.resume(id) } }
    package func stopCampaign(_ id: Identifier<Kept.Campaign>) async throws -> Bool { try await changing { desk in try desk.stop(id) } }

    private func changing<Value: Sendable>(_ work: @escaping @Sendable (TurnDesk) throws -> Value) async throws -> Value {
        let value = try await change(work)
        // Only now: whether there is anything to carry on is read beside the writer.
        bell.ring()
        return value
    }
}
