import Dialogs
import Foundation
import GRDB
import Store
import Testing

/// A follow-up leaves once a conversation.
struct FollowUpTests {
    private static let nudge = PlannedFollowUp(
        kind: .nudge, dialog: "inscription", text: "Il manque une réponse.", due: .start + 60, expires: .start + 3_600)

    struct Case: CustomTestStringConvertible {
        var name: String
        /// What the first one has come to.
        var state: String
        var reason: String?
        var isNewConversation = false
        var rows: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "one that waits is moved", state: "queued", rows: 1),
        Case(name: "one under way is enough", state: "attempted", rows: 1),
        Case(name: "one that left is enough", state: "delivered", rows: 1),
        Case(name: "one that left and was refused is enough", state: "ended", reason: "refused", rows: 1),
        Case(name: "one that was cancelled may come again", state: "ended", reason: "cancelled", rows: 2),
        Case(name: "one that left in another conversation", state: "accepted", isNewConversation: true, rows: 2),
    ])
    func `a follow-up leaves once a conversation`(_ row: Case) async throws {
        let scratch = try Scratch()
        let first = try await scratch.open().ready()
        try await first.take(Taking(effects: [.followUp(Self.nudge)]))
        await first.close()
        let queue = try DatabaseQueue(path: scratch.database)
        try await queue.write { db in
            try db.execute(sql: "UPDATE outbox SET state = ?, reason = ?", arguments: [row.state, row.reason])
            if row.isNewConversation { try db.execute(sql: "DELETE FROM session; DELETE FROM conversation") }
        }
        try queue.close()
        let store = try scratch.open()
        try await store.take(Taking(session: "S2", effects: [.followUp(Self.nudge)]))
        let begun = try await store.allMessages().filter { $0.cause == "inscription/nudge" }
        #expect(begun.count == row.rows)
        #expect(begun.last?.text == "Il manque une réponse.")
        await store.close()
    }
}
