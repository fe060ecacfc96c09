import Delivery
import Foundation
import Gateways
import Store
import Testing
import Texting

/// A gateway that fails is left alone, and others go on.
struct LeftAloneTests {
    @Test func `what people wait for takes another way at once, and the first is taken again when it works`() async throws {
        let post = try await Post()
        post.network.behaves { arrival, _ in .says(arrival.channel == "sms" ? "refuses-us" : "accepted") }
        let running = Task { await post.dispatcher.run() }
        for number in 0..<20 {
            try await post.confirm("c\(number)", to: .person(number))
            try await post.answer("a\(number)", to: .person(number), by: "sms")
        }
        try await post.until("all left by the other") { post.network.arrivals.count { $0.channel == "other" } == 40 }
        #expect(post.network.arrivals.count { $0.channel == "sms" } <= 40)
        #expect(post.notices.now.contains { $0.hasPrefix("sms refuses") })
        // While it is left alone nothing is even tried.
        let before = post.network.arrivals.count { $0.channel == "sms" }
        try await post.answer("après", to: .person(50), by: "sms")
        try await post.confirm("après", to: .person(51))
        try await post.until("they left too") { post.network.arrivals.count { $0.text == "après" } == 2 }
        #expect(post.network.arrivals.count { $0.channel == "sms" } == before)
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `one message tries it, and then all go on`() async throws {
        let post = try await Post {
            $0.channels = [Post.channel("sms")]
            $0.routes = Routes(rules: [Routes.Rule(via: "sms")])
        }
        let gate = Held(false)
        post.network.behaves { _, _ in .says(gate.now ? "accepted" : "busy 60") }
        for number in 0..<100 { try await post.confirm("\(number)", to: .person(number)) }
        let running = Task { await post.dispatcher.run() }
        try await post.until("it is left alone") {
            try await post.texts("SELECT max(tries), sum(state = 'attempted') FROM outbox") == ["1 0"]
        }
        let before = post.network.arrivals.count
        gate.change { $0 = true }
        post.clock.advance(3_600)
        try await post.until("all left") { try await post.rows("state").allSatisfy { $0 == "accepted" } }
        // Sixty-four may be on their way, and the fifth that is not taken is the last that another follows.
        #expect(before <= 68, "no more than were on their way: \(before)")
        #expect(post.network.arrivals.count == before + 100)
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `another channel goes on`() async throws {
        let post = try await Post {
            $0.routes = Routes(rules: [Routes.Rule(country: "237", via: "sms"), Routes.Rule(country: "33", via: "other")])
        }
        post.network.behaves { arrival, _ in arrival.channel == "sms" ? .stalls : .says("accepted") }
        let running = Task { await post.dispatcher.run() }
        for number in 0..<70 { try await post.confirm("un", to: .person(number)) }
        try await post.until("all that may be is on its way") { post.network.arrivals.count == 64 }
        try await post.confirm("deux", to: PhoneNumber(e164: "+33612345678"))
        try await post.until("the other leaves") { post.network.texts.contains("deux") }
        post.network.release()
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }
}
