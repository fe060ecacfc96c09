import Delivery
import Foundation
import Gateways
import HTTPTypes
import Store
import Testing
import Texting

/// Gateways that want a token with each request.
struct TokenTests {
    private func post() async throws -> Post {
        try await Post {
            $0.channels = [Post.channel("sms", hasTokens: true)]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
    }

    @Test func `one is fetched for many, and kept`() async throws {
        let post = try await post()
        for number in 0..<40 { try await post.confirm("un", to: .person(number)) }
        let running = Task { await post.dispatcher.run() }
        try await post.until("all left") { post.network.arrivals.count == 40 }
        #expect(post.network.tokensFetched == 1)
        #expect(Set(post.network.arrivals.map(\.token)) == ["T1"])
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `one that is taken back before its time is replaced by a fresh one`() async throws {
        let post = try await post()
        post.network.behaves { arrival, _ in .says(arrival.token == "T1" ? "refuses-us" : "accepted") }
        for number in 0..<20 { try await post.confirm("un", to: .person(number)) }
        let running = Task { await post.dispatcher.run() }
        try await post.until("all are accepted") { try await post.rows("state").allSatisfy { $0 == "accepted" } }
        #expect(post.network.tokensFetched == 2)
        #expect(try await post.rows("DISTINCT tries, failures") == ["1 0"])
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    struct Desk: CustomTestStringConvertible {
        var label: String
        var end: CallEnd
        var notice: String
        var testDescription: String { label }
    }

    @Test(arguments: [
        Desk(label: "refuses us", end: .answered(OutgoingAnswer(status: .unauthorized)), notice: "sms refuses(word: \"token-401\")"),
        Desk(label: "is out of order", end: .answered(OutgoingAnswer(status: .badGateway)), notice: ""),
        Desk(label: "is not there", end: .notTaken(why: "refused"), notice: ""),
        Desk(label: "says nothing", end: .unknown(why: "time"), notice: ""),
        Desk(
            label: "answers something else", end: .answered(OutgoingAnswer(status: .accepted)), notice: "sms refuses(word: \"token-202\")"),
    ])
    func `where the desk fails nothing was handed over`(_ row: Desk) async throws {
        let post = try await post()
        post.network.givesTokens { count in count == 1 ? row.end : .answered(OutgoingAnswer(status: .ok, body: Array("T2".utf8))) }
        try await post.confirm("un")
        try await post.dispatcher.drain()
        #expect(try await post.rows("state, failures") == ["queued 1"])
        #expect(post.network.arrivals.isEmpty)
        #expect(post.notices.now == (row.notice.isEmpty ? [] : [row.notice]))
        post.clock.advance(5)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.map(\.token) == ["T2"])
        await post.store.close()
    }
}
