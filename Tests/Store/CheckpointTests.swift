import Foundation
import GRDB
import Store
import Testing

/// Somebody who looks at the database from another process and does not come to an end, as `sqlite3` left open in a transaction.
private final class LongReader {
    private let queue: DatabaseQueue

    init(_ scratch: Scratch) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: scratch.database, configuration: configuration)
        try queue.inDatabase { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM contact")
        }
    }

    func end() throws {
        try queue.inDatabase { db in try db.execute(sql: "COMMIT") }
        try queue.close()
    }
}

struct CheckpointTests {
    private func logBytes(_ scratch: Scratch) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("passerelle.sqlite-wal"))
        return attributes[.size] as? Int ?? 0
    }

    private func talk(_ store: Store, turns: Range<Int>) async throws {
        for turn in turns { try await store.take(Taking(number: .ben, session: "S2", step: "\(turn)")) }
    }

    @Test func `nobody waits for a reader after an erasure, and the log is emptied once it is gone`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking())
        try await talk(store, turns: 0..<10)
        let reader = try LongReader(scratch)
        let begun = ContinuousClock.now
        _ = try await store.erase(.awa, at: .start)
        try await talk(store, turns: 10..<40)
        #expect(ContinuousClock.now - begun < .seconds(4), "SQLite would wait for the reader for five")
        let blocked = try logBytes(scratch)
        try reader.end()
        var turn = 40
        while try logBytes(scratch) >= blocked, turn < 140 {
            try await talk(store, turns: turn..<turn + 1)
            turn += 1
        }
        #expect(turn < 140, "what was erased does not stay in the log")
        await store.close()
    }

    @Test func `who stops does not wait for a reader`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking())
        let reader = try LongReader(scratch)
        let begun = ContinuousClock.now
        await store.close()
        #expect(ContinuousClock.now - begun < .seconds(4))
        try reader.end()
        let again = try scratch.open()
        #expect(try await again.facts().check == ["ok"])
        await again.close()
    }
}
