import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// After STOP nothing that we begin arrives.
struct LetGoTests {
    /// People who have each something queued say STOP at a moment of their own, while it leaves by a gateway that takes its time. Returns
    /// how much of it arrived after its person was answered.
    private func arrivedAfterStop(people: Int, _ letGo: @escaping @Sendable (Dispatcher, Identifier<Kept.Contact>) async -> Void)
        async throws -> (late: Int, early: Int)
    {
        let post = try await Post { $0.channels = [Post.channel("sms", rate: 400)] }
        for number in 0..<people { try await post.confirm("\(number)", to: .person(number)) }
        let answered = Held<Set<String>>([])
        let late = Held<[String]>([])
        post.network.behaves { arrival, _ in
            // Between nothing and some milliseconds, before it is there.
            try? await Task.sleep(for: .microseconds(Int.random(in: 0...60_000)))
            if answered.now.contains(arrival.to) { late.change { $0.append(arrival.to) } }
            return .says("accepted")
        }
        let (store, dispatcher, clock) = (post.store, post.dispatcher, post.clock)
        let taker = TurnTaker(
            store: store, scripts: post.shelf,
            settings: TurnTaker.Settings(
                country: post.settings.country, timeZone: .gmt, words: ProgramWords(texts: [:], commands: [:], status: [:]),
                language: "fr", letGo: { await letGo(dispatcher, $0) }), chance: Chance { UInt64.random(in: .min ... .max) })
        let running = Task { await dispatcher.run() }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<people {
                group.addTask {
                    try? await Task.sleep(for: .microseconds(Int.random(in: 0...people * 2_500)))
                    let inbound = Inbound(
                        sender: .person(number), session: "m\(number)", text: .message("STOP"), stepKey: "m\(number)", network: nil)
                    let outcome = await taker.take(inbound, on: Post.texting("sms"), arrived: clock.now)
                    guard case .reply = outcome else {
                        Issue.record("no answer to STOP: \(outcome)")
                        return
                    }
                    answered.change { $0.insert(PhoneNumber.person(number).e164) }
                }
            }
        }
        try await post.until("all is settled") {
            try await post.texts("SELECT count(*) FROM outbox WHERE state IN ('queued', 'attempted')") == ["0"]
        }
        dispatcher.stop()
        await running.value
        let early = post.network.arrivals.count - late.now.count
        let ends = try await post.texts("SELECT DISTINCT state, reason FROM outbox")
        #expect(Set(ends).isSubset(of: ["accepted -", "ended stopped"]), "\(ends)")
        await store.close()
        return (late.now.count, early)
    }

    @Test func `at a thousand moments nothing arrives once STOP is answered`() async throws {
        let (late, early) = try await arrivedAfterStop(people: 1_000) { dispatcher, contact in await dispatcher.letGo(contact) }
        #expect(late == 0)
        #expect((1..<1_000).contains(early), "some left before, some were stopped: \(early)")
    }

    @Test func `without letting go some does`() async throws {
        let (late, _) = try await arrivedAfterStop(people: 1_000) { _, _ in }
        #expect(late > 0)
    }

    @Test func `what was decided before STOP and not yet handed over stays`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms", price: Money(10, "XAF"))] }
        try await post.confirm("un")
        try await post.confirm("deux", to: .ben)
        // Both are decided at once, and one is handed over behind the other.
        post.network.behaves { _, _ in
            #expect(await post.text("STOP", from: .ben).isReply)
            return .says("accepted")
        }
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["un"])
        #expect(try await post.rows("state, reason, tries") == ["accepted 1", "ended stopped 1"])
        #expect(try await post.texts("SELECT sum(parts) FROM sent_day") == ["1"], "it costs nothing")
        await post.store.close()
    }

    @Test func `what its gateway keeps for too long is broken off`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms")] }
        post.network.behaves { _, _ in .stalls }
        try await post.confirm("un")
        let running = Task { await post.dispatcher.run() }
        try await post.until("it is under way") { try await post.rows("state") == ["attempted"] }
        let asked = ContinuousClock.now
        #expect(await post.text("STOP").isReply)
        #expect(ContinuousClock.now - asked < .seconds(4))
        try await post.until("it is in doubt") { try await post.texts("SELECT count(doubtful) FROM outbox") == ["1"] }
        post.clock.advance(121)
        post.store.bell.ring()
        try await post.until("it ends") { try await post.rows() == ["confirmation ended stopped"] }
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `a gateway is tried by another message where the one that was to try it had to stay`() async throws {
        // The trial goes to somebody who leaves between the decision and the handing over; here by a token that takes its time.
        let post = try await Post {
            $0.channels = [Post.channel("sms", hasTokens: true)]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
        post.network.says("busy 1")
        try await post.confirm("un")
        let running = Task { await post.dispatcher.run() }
        try await post.until("it failed") { try await post.rows("state, tries") == ["queued 1"] }
        post.network.behaves { arrival, _ in arrival.text == "un" ? .stalls : .says("accepted") }
        post.clock.advance(10)
        post.store.bell.ring()
        try await post.until("it is under way again") { try await post.rows("state, tries") == ["attempted 2"] }
        _ = await post.text("STOP")
        try await post.confirm("deux", to: .ben)
        try await post.until("another leaves") { post.network.texts.contains("deux") }
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `answers still leave after STOP`() async throws {
        let post = try await Post()
        _ = await post.text("STOP")
        try await post.answer("réponse")
        try await post.confirm("confirmé")
        try await post.dispatcher.drain()
        #expect(post.network.texts == ["réponse"])
        #expect(try await post.rows() == ["answer accepted", "confirmation ended stopped"])
        await post.store.close()
    }
}

extension Outcome {
    fileprivate var isReply: Bool { if case .reply = self { true } else { false } }
}
