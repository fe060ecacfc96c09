import Dialogs
import Foundation
import Store
import Testing
import Texting

/// What waited when a backup was made, and may have left by the time that it is restored.
struct RestoredQueueTests {
    private static let planned: [Effect] = [
        .signUp(.drafted()), .send(Confirmation(message: "confirmation", text: "C'est noté.", reference: .drawn(1))),
        .remind(
            PlannedReminder(
                reminder: "suivi", reference: .drawn(1), due: [.start + 3_600, .start + 7 * 86_400], expires: .seconds(2 * 86_400))),
    ]

    private func drill() async throws -> Drill { try await Drill([Taking(isOver: true, effects: Self.planned)]) }

    private func messages(_ store: Store) async throws -> [String] {
        try await store.allMessages().filter { $0.direction == .out && $0.status != "answered" }
            .map { [$0.cause, $0.status, $0.reason].compactMap(\.self).joined(separator: " ") }.sorted()
    }

    /// Hands over what is due at a moment, and has it taken.
    private func send(_ store: Store, at now: Date) async throws {
        try await store.change { desk in
            for message in try desk.unrouted(at: now, limit: 9) { try desk.route(message.id, by: "sms", network: nil, at: now) }
            for message in try desk.due(on: "sms", 0...3, at: now, limit: 9) {
                try desk.attempt(message, Attempt(text: "C'est noté.", parts: 1, price: nil, day: "2026-11-25"), on: "sms", at: now)
                try desk.settle(message.id, .accepted(gatewayID: nil, price: nil, parts: nil), on: "sms", day: "2026-11-25", at: now)
            }
        }
    }

    @Test func `what left since has left, and what waits still waits`() async throws {
        let drill = try await drill()
        try await send(drill.store, at: .start + 4_000)
        let (restored, store) = try await drill.restored()
        #expect(restored.messagesSettled == 2 && restored.messagesEnded == 0 && restored.messagesWaiting == 1)
        #expect(!restored.isSendingPaused)
        #expect(try await messages(store) == ["confirmation accepted", "suivi accepted", "suivi queued"])
        let sent = try await store.look { try $0.sent(on: "sms", day: "2026-11-25").parts }
        #expect(sent == 2, "the day's budget is spent still")
        await store.close()
    }

    @Test func `what went with its person since is not sent to them`() async throws {
        let drill = try await drill()
        _ = try await drill.store.erase(.awa, at: .start + 700)
        let (restored, store) = try await drill.restored()
        #expect(restored.messagesWaiting == 0)
        #expect(try await messages(store) == [])
        await store.close()
    }

    @Test func `without the database that knows, what may have left ends, and nothing that we begin leaves`() async throws {
        let drill = try await drill()
        await drill.store.close()
        for name in ["passerelle.sqlite", "passerelle.sqlite.lock"] {
            try? FileManager.default.removeItem(atPath: drill.scratch.path(name))
        }
        let restored = try drill.restore()
        #expect(restored.knowledge == .none && restored.messagesEnded == 2 && restored.messagesWaiting == 1)
        let store = try drill.scratch.open()
        #expect(try await store.isSendingPaused())
        #expect(try await messages(store) == ["confirmation ended restored", "suivi ended restored", "suivi queued"])
        await store.close()
    }

    @Test func `a damaged database is told from one that knows, and kept`() async throws {
        let drill = try await drill()
        try await drill.store.take(Taking(session: "S9", step: "1", effects: [.optOut], now: .start + 700))
        await drill.store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: drill.scratch.database))
        // The second page and all behind it.
        try file.seek(toOffset: 4_096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 200_000))
        try file.close()
        let restored = try drill.restore()
        #expect(restored.knowledge == .damaged && restored.isSendingPaused && restored.messagesEnded == 2)
        #expect(try FileManager.default.attributesOfItem(atPath: try #require(restored.kept))[.size] as? Int ?? 0 > 200_000)
    }

    @Test func `another installation's database knows nothing of this one`() async throws {
        let drill = try await drill()
        await drill.store.close()
        for name in ["passerelle.sqlite", "passerelle.key"] {
            try FileManager.default.moveItem(atPath: drill.scratch.path(name), toPath: drill.scratch.path("our." + name))
        }
        await (try Store.open(at: drill.scratch.database, clock: { .start }, chance: .seeded(8))).close()
        try FileManager.default.removeItem(atPath: drill.scratch.path("passerelle.key"))
        try FileManager.default.moveItem(atPath: drill.scratch.path("our.passerelle.key"), toPath: drill.scratch.path("passerelle.key"))
        #expect(try drill.restore().knowledge == .none)
    }

    private static let order = CampaignOrder(
        audience: .all([]), written: "tous", texts: ["fr": "Atelier samedi."], opens: nil, life: .seconds(86_400))

    @Test func `who got a campaign's message since does not get it twice`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        for (index, number) in [PhoneNumber.awa, .ben].enumerated() {
            try await store.take(
                Taking(number: number, session: "S\(index)", isOver: true, effects: [.signUp(.drafted(.drawn(UInt64(index))))]))
        }
        _ = try await store.change { desk in try desk.begin(Self.order, by: "test", at: .start) }
        let file = BackupFile(scratch.path("backup.sqlite"))
        _ = try file.finish(showing: try await store.copy(to: file.part, BackupPace(rest: { _ in }), clock: { .backup }) { _ in })
        // Its audience is walked over after the backup.
        try await store.change { desk in
            guard case .filling(let filling) = try desk.campaignWork() else { throw StoreProblem.notDurable }
            for recipient in try desk.recipients(filling.audience, after: filling.walked, looked: 9, found: 9).recipients {
                try desk.queue(recipient, of: filling, by: "sms", network: nil, due: .start, at: .start)
            }
            try desk.walked(filling, to: nil, leftOut: [:], at: .start)
        }
        try await send(store, at: .start + 700)
        await store.close()
        let restored = try Restoring(file.path, over: scratch.database, at: .restored).run()
        #expect(restored.messagesSettled == 2)
        let after = try scratch.open()
        let work = try await after.look { try $0.campaignWork() != nil }
        #expect(!work, "nobody is walked over once more")
        await after.close()
    }

    @Test func `a campaign that nobody knows the end of is over`() async throws {
        let drill = try await drill()
        _ = try await drill.store.change { desk in try desk.begin(Self.order, by: "test", at: .start) }
        await drill.store.close()
        let file = BackupFile(drill.scratch.path("second.sqlite"))
        _ = try file.finish(showing: try Store.copy(databaseAt: drill.scratch.database, to: file.part, clock: { .backup }) { _ in })
        try FileManager.default.removeItem(atPath: drill.scratch.database)
        _ = try Restoring(file.path, over: drill.scratch.database, at: .restored).run()
        let store = try drill.scratch.open()
        let work = try await store.look { try $0.campaignWork() != nil }
        #expect(!work)
        await store.close()
    }
}
