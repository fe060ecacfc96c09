package import Foundation

/// Everything that we begin, held back and let go.
extension Store {
    package func isSendingPaused() async throws -> Bool {
        try await read { db in try db.isSendingPaused() }
    }

    /// From the next message on.
    package func pauseSending(at now: Date) async throws {
        try await write { db in
            try db.run(
                "INSERT INTO setting (name, value) VALUES ('sending-paused', ?) ON CONFLICT DO NOTHING",
                [Data("\(now.milliseconds)".utf8)])
        }
    }

    package func resumeSending() async throws {
        try await write { db in try db.run("DELETE FROM setting WHERE name = 'sending-paused'") }
        bell.ring()
    }
}

extension TurnDesk {
    package func isSendingPaused() throws -> Bool { try db.isSendingPaused() }
}

extension Connection {
    fileprivate func isSendingPaused() throws -> Bool { try row("SELECT 1 FROM setting WHERE name = 'sending-paused'") != nil }
}
