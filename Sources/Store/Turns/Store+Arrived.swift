package import Foundation
import GRDB

extension Store {
    /// What we began has reached a phone that no network stands before: the one on the screen, or that of a played conversation.
    package func markArrived(_ texts: [BegunText], on channel: String, at now: Date) async throws {
        guard !texts.isEmpty else { return }
        let ids = texts.map(\.id.data)
        try await write { db in
            for id in ids {
                try db.run(
                    "UPDATE outbox SET state = 'delivered', channel = ?, updated = ? WHERE id = ? AND state = 'queued'",
                    [channel, now.milliseconds, id])
            }
        }
    }
}
