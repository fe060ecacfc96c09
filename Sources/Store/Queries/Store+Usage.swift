package import Foundation

extension Store {
    /// Day by day (in UTC) and channel by channel.
    package func usage(since: Date?, _ realm: Realm) async throws -> [ExportedUsage] {
        try await read { db in
            var usage: [UsagePlace: ExportedUsage] = [:]
            for (count, sql) in UsageCount.all {
                for row in try db.rows(SQL(sql), [since.from, realm == .tests]) {
                    let place = UsagePlace(day: row[0], channel: row[1])
                    usage[place, default: ExportedUsage(place)][keyPath: count] = row[2]
                }
            }
            return usage.sorted { ($0.key.day, $0.key.channel) < ($1.key.day, $1.key.channel) }.map(\.value)
        }
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

private enum UsageCount {
    /// What is counted, and the query that gives it by day and channel.
    static var all: [(WritableKeyPath<ExportedUsage, Int>, String)] {
        [
            (\.conversations, query(of: "recording", time: "began")),
            (\.turns, turns(where: "understood <> 'hangUp'")),
            (\.misses, turns(where: "understood = 'miss'")),
            (\.signUps, query(of: "sign_up", time: "sign_up.created")),
            (\.callbacks, query(of: "callback", time: "callback.created")),
        ]
    }

    private static func query(of table: String, time: String) -> String {
        """
        SELECT date(\(time) / 1000, 'unixepoch') AS day, channel, count(*) FROM \(table) JOIN contact ON contact.id = contact
        WHERE \(time) >= ? AND is_test = ? GROUP BY day, channel
        """
    }

    private static func turns(where condition: String) -> String {
        """
        SELECT date(at / 1000, 'unixepoch') AS day, turn.channel, count(*)
        FROM turn JOIN recording ON recording.id = recording JOIN contact ON contact.id = contact
        WHERE at >= ? AND is_test = ? AND \(condition) GROUP BY day, turn.channel
        """
    }
}
