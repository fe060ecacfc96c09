package import Foundation

extension Store {
    /// Day by day (in UTC) and channel by channel.
    package func usage(since: Date?, _ realm: Realm, inStretchesOf rows: Int = Store.stretch) async throws -> [ExportedUsage] {
        var usage: [UsagePlace: ExportedUsage] = [:]
        for count in UsageCount.all {
            let query = SQL(count.query)
            try await eachStretch(of: count.table, rows) { db, stretch in
                try db.rows(query, [since.from, realm == .tests] + stretch).map {
                    (place: UsagePlace(day: $0[0], channel: $0[1]), number: $0[2] as Int)
                }
            } then: { found in
                for (place, number) in found { usage[place, default: ExportedUsage(place)][keyPath: count.path] += number }
            }
        }
        return usage.sorted { ($0.key.day, $0.key.channel) < ($1.key.day, $1.key.channel) }.map(\.value)
    }
}

private struct UsagePlace: Hashable {
    var day: String
    var channel: String
}

extension ExportedUsage {
    fileprivate init(_ place: UsagePlace) {
        self.init(day: place.day, channel: place.channel, conversations: 0, turns: 0, misses: 0, signUps: 0, callbacks: 0)
    }
}

/// What is counted, and the query that gives it by day and channel.
private struct UsageCount {
    var path: WritableKeyPath<ExportedUsage, Int>
    /// By whose keys it is walked.
    var table: String
    var query: String

    static var all: [UsageCount] {
        [
            rows(\.conversations, of: "recording", time: "began"),
            turns(\.turns, where: "understood <> 'hangUp'"),
            turns(\.misses, where: "understood = 'miss'"),
            rows(\.signUps, of: "sign_up", time: "sign_up.created"),
            rows(\.callbacks, of: "callback", time: "callback.created"),
        ]
    }

    private static func rows(_ path: WritableKeyPath<ExportedUsage, Int>, of table: String, time: String) -> UsageCount {
        UsageCount(
            path: path, table: table,
            query: """
                SELECT date(\(time) / 1000, 'unixepoch') AS day, channel, count(*) FROM \(table) JOIN contact ON contact.id = contact
                WHERE \(time) >= ?1 AND is_test = ?2 AND \(table).id > ?3 AND \(table).id <= ?4 GROUP BY day, channel
                """)
    }

    private static func turns(_ path: WritableKeyPath<ExportedUsage, Int>, where condition: String) -> UsageCount {
        UsageCount(
            path: path, table: "recording",
            query: """
                SELECT date(at / 1000, 'unixepoch') AS day, turn.channel, count(*)
                FROM turn JOIN recording ON recording.id = recording JOIN contact ON contact.id = contact
                WHERE at >= ?1 AND is_test = ?2 AND turn.recording > ?3 AND turn.recording <= ?4 AND \(condition) GROUP BY day, turn.channel
                """)
    }
}
