import Dialogs
import Foundation
import Store
import Testing
import Texting

struct SendingTests {
    private let confirmation = Confirmation(message: "confirmation", text: "Votre demande est enregistrée.", reference: .drawn(1))
    private let reminder = PlannedReminder(
        reminder: "inscription/suivi", reference: .drawn(1), due: [.start + 7 * 86_400, .start + 30 * 86_400],
        expires: .seconds(2 * 86_400))

    private func begun(_ store: Store) async throws -> [String] {
        try await store.allMessages().filter { $0.direction == .out && $0.status != "answered" }
            .map { [$0.cause, $0.status, $0.reason].compactMap(\.self).joined(separator: " ") }.sorted()
    }

    struct Case: CustomTestStringConvertible {
        var name: String
        var effects: [Effect]
        var queued: [String]
        var testDescription: String { name }
    }

    private static let planned: [Effect] = {
        let tests = SendingTests()
        return [.signUp(.drafted()), .send(tests.confirmation), .remind(tests.reminder)]
    }()

    @Test(arguments: [
        Case(
            name: "all that was planned waits", effects: planned,
            queued: ["confirmation queued", "inscription/suivi queued", "inscription/suivi queued"]),
        Case(
            name: "a cancelled reminder ends, a confirmation does not",
            effects: planned + [.cancel(reminder: "inscription/suivi", .drawn(1))],
            queued: ["confirmation queued", "inscription/suivi ended cancelled", "inscription/suivi ended cancelled"]),
        Case(
            name: "a reminder is cancelled by its id alone", effects: planned + [.cancel(reminder: "suivi", .drawn(1))],
            queued: ["confirmation queued", "inscription/suivi ended cancelled", "inscription/suivi ended cancelled"]),
        Case(
            name: "another reminder stays", effects: planned + [.cancel(reminder: "inscription/autre", .drawn(1))],
            queued: ["confirmation queued", "inscription/suivi queued", "inscription/suivi queued"]),
        Case(
            name: "STOP ends all that waits", effects: planned + [.optOut],
            queued: [
                "confirmation ended stopped", "inscription/suivi ended stopped", "inscription/suivi ended stopped",
            ]),
        Case(
            name: "after STOP it says why it ended", effects: [.optOut] + planned,
            queued: [
                "confirmation ended stopped", "inscription/suivi ended stopped", "inscription/suivi ended stopped",
            ]),
        Case(
            name: "START lifts it", effects: [.optOut, .optIn] + planned,
            queued: ["confirmation queued", "inscription/suivi queued", "inscription/suivi queued"]),
    ])
    func `what we begin is a row of the transaction that caused it`(_ row: Case) async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(effects: row.effects))
        #expect(try await begun(store) == row.queued)
        await store.close()
    }

    @Test func `a sign-up that is erased takes along what was to be sent for it`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(isOver: true, effects: Self.planned))
        try await store.take(Taking(session: "S2", isOver: true, effects: [.signUp(.drafted(.drawn(2))), .erase(.drawn(1))]))
        #expect(try await begun(store) == [])
        await store.close()
    }

    @Test func `what waits is counted by rank, and what is overdue by the longest`() async throws {
        let store = try await (try Scratch()).open().ready()
        try await store.take(Taking(effects: Self.planned))
        var queue = Queue()
        queue.waiting = [1: 1, 2: 2]
        #expect(try await store.queue(at: .start - 1) == queue)
        queue.oldest = .start
        #expect(try await store.queue(at: .start + 60) == queue)
        await store.close()
    }
}
