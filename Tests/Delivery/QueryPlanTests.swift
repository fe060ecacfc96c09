import Foundation
import GRDB
import Store
import Testing
import Texting

/// With a long campaign behind it, what is due is found by its index.
struct QueryPlanTests {
    @Test func `a slice of what is due is taken from the index in its order`() async throws {
        let post = try await Post()
        let plan = try await post.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(TurnDesk.selectDue)", arguments: ["sms", 3, 0, 12]).map {
                $0["detail"] as String
            }
        }
        #expect(plan.contains("SEARCH outbox USING INDEX outbox_next (channel=? AND rank=? AND due<?)"), "\(plan)")
        #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
        await post.store.close()
    }
}
