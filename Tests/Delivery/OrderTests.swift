import Delivery
import Foundation
import Store
import Testing
import Texting

struct OrderTests {
    @Test func `answers leave before confirmations before reminders before campaigns`() async throws {
        let post = try await Post()
        try await post.campaign("à tous", to: [.person(1)])
        try await post.followUp("relance", to: .person(2))
        try await post.confirm("confirmé", to: .person(3))
        try await post.answer("réponse", to: .person(4))
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["réponse", "confirmé", "relance", "à tous"])
        await post.store.close()
    }

    @Test func `an answer passes a campaign that is leaving`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms", rate: 20)] }
        try await post.campaign("à tous", to: (1...200).map { .person($0) })
        let running = Task { await post.dispatcher.run() }
        try await post.until("the campaign leaves") { post.network.arrivals.count >= 2 }
        let before = post.network.arrivals.count
        try await post.answer("réponse", to: .person(500))
        try await post.until("the answer leaves") { post.network.texts.contains("réponse") }
        let place = try #require(post.network.texts.firstIndex(of: "réponse"))
        #expect(place - before <= 4, "it waited behind \(place - before)")
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    struct Late: CustomTestStringConvertible {
        var label: String
        var seconds: TimeInterval
        var rows: [String]
        var testDescription: String { label }
    }

    @Test(arguments: [
        Late(label: "an answer within the hour is sent", seconds: 3_599, rows: ["answer accepted", "confirmation accepted"]),
        Late(label: "an answer an hour late is not", seconds: 3_600, rows: ["answer ended expired", "confirmation accepted"]),
        Late(
            label: "a confirmation after three days is not", seconds: 3 * 86_400,
            rows: ["answer ended expired", "confirmation ended expired"]),
    ])
    func `what comes too late ends`(_ row: Late) async throws {
        let post = try await Post()
        try await post.answer("réponse")
        try await post.confirm("confirmé", to: .ben)
        post.clock.advance(row.seconds)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == row.rows)
        #expect(post.network.arrivals.count == row.rows.count { $0.hasSuffix("accepted") })
        await post.store.close()
    }
}
