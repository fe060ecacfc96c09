import Delivery
import Dialogs
import Foundation
import Store
import Testing
import Texting

/// A gateway has said that nobody has the number: whoever comes with it next may be somebody else, who is to read nothing of the first.
struct NumberInDoubtTests {
    struct Case: CustomTestStringConvertible {
        var label: String
        /// What waits when the doubt comes up.
        var waits: @Sendable (Post) async throws -> Void
        /// What whoever comes next says.
        var comes: [Effect] = []
        var row: String
        var texts: Int
        var testDescription: String { label }
    }

    private static let reminds: @Sendable (Post) async throws -> Void = { post in try await post.remind(after: [0.01]) }
    private static let tellsMany: @Sendable (Post) async throws -> Void = { try await $0.campaign("à tous", to: [.awa]) }

    static let cases = [
        Case(label: "a reminder, and nobody comes", waits: reminds, row: "reminder ended number-in-doubt", texts: 0),
        Case(label: "a reminder, and it is still theirs", waits: reminds, comes: [.sameContact], row: "reminder accepted", texts: 1),
        Case(
            label: "a reminder, and it is somebody else's", waits: reminds, comes: [.newContact], row: "reminder ended number-moved",
            texts: 0),
        Case(label: "a reminder, and then STOP", waits: reminds, comes: [.optOut], row: "reminder ended stopped", texts: 0),
        Case(label: "a campaign's, and nobody comes", waits: tellsMany, row: "campaign ended number-in-doubt", texts: 0),
        Case(label: "a campaign's, and it is still theirs", waits: tellsMany, comes: [.sameContact], row: "campaign accepted", texts: 1),
        Case(
            label: "a confirmation was just asked for", waits: { try await $0.confirm("C'est noté.") }, row: "confirmation accepted",
            texts: 1),
        Case(label: "an answer was just asked for", waits: { try await $0.answer("Oui.") }, row: "answer accepted", texts: 1),
    ]

    @Test(arguments: cases)
    func `what waits for somebody in doubt leaves once it is still theirs`(_ row: Case) async throws {
        let post = try await Post()
        try await row.waits(post)
        try await post.store.reportUnknownSubscriber(.awa, .people, at: post.clock.now)
        post.clock.advance(1_000)
        try await post.dispatcher.drain()
        let isBound = !row.row.hasPrefix("confirmation") && !row.row.hasPrefix("answer")
        #expect(post.network.texts.count == (isBound ? 0 : 1))
        if isBound { #expect(try await post.rows("state, reason") == ["queued number-in-doubt"], "staff see why it waits") }
        if !row.comes.isEmpty { try await post.turn(row.comes) }
        try await post.dispatcher.drain()
        #expect(post.network.texts.count == row.texts)
        post.clock.advance(31 * 86_400)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == [row.row])
        #expect(post.network.texts.count == row.texts)
        await post.store.close()
    }

    @Test func `a follow-up that is planned while it is in doubt waits too`() async throws {
        let post = try await Post()
        try await post.turn([])
        try await post.store.reportUnknownSubscriber(.awa, .people, at: post.clock.now)
        try await post.followUp("relance")
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.isEmpty)
        try await post.turn([.sameContact])
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["relance"])
        await post.store.close()
    }

    @Test func `it is foreseen to stay`() async throws {
        let post = try await Post()
        try await post.remind(after: [7])
        try await post.store.reportUnknownSubscriber(.awa, .people, at: post.clock.now)
        let forecast = try await ReminderForecast(
            dueBy: post.clock.now + 8 * 86_400, at: post.clock.now, in: post.store, scripts: post.shelf, post.settings)
        #expect(forecast.groups.keys.map(\.fate) == [.stays(.numberInDoubt)])
        await post.store.close()
    }

    @Test func `a campaign leaves them out, and says so`() async throws {
        let broadcast = try await Broadcast(people: 5)
        try await broadcast.store.reportUnknownSubscriber(Broadcast.person(2), .people, at: broadcast.now)
        let order = broadcast.order()
        let forecast = try await CampaignForecaster(
            store: broadcast.store, scripts: broadcast.shelf, settings: broadcast.settings, now: broadcast.now
        ).forecast(order)
        #expect(forecast.leftOut == [.numberInDoubt: 1])
        let id = try await broadcast.begin(order)
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received[Broadcast.person(2).e164] == nil)
        #expect(broadcast.received.count == 4)
        #expect(try await broadcast.progress(of: id).leftOut == [.numberInDoubt: 1])
        await broadcast.store.close()
    }
}
