import Delivery
import Foundation
import Gateways
import Store
import Testing
import Texting

/// The end of a process, in order or not.
struct StopTests {
    @Test func `an orderly stop waits for what is on its way, and loses nothing`() async throws {
        let post = try await Post { $0.channels = [Post.channel("sms", rate: 500)] }
        for number in 0..<200 { try await post.confirm("\(number)", to: .person(number)) }
        post.network.behaves { _, _ in .takes(.milliseconds(20)) }
        let running = Task { await post.dispatcher.run() }
        try await post.until("some left") { post.network.arrivals.count > 20 }
        post.dispatcher.stop()
        await running.value
        let accepted = try await post.rows("state").count { $0 == "accepted" }
        #expect(accepted == post.network.arrivals.count)
        #expect(try await post.rows("state").count { $0 == "queued" } == 200 - accepted)
        #expect(accepted < 200)
        await post.store.close()
    }

    @Test func `cancelled, it stops as if it were told to`() async throws {
        let post = try await Post()
        let running = Task { await post.dispatcher.run() }
        try await post.confirm("un")
        try await post.until("it left") { post.network.arrivals.count == 1 }
        running.cancel()
        await running.value
        #expect(try await post.rows() == ["confirmation accepted"])
        await post.store.close()
    }

    @Test func `stopped before it ran it does nothing`() async throws {
        let post = try await Post()
        try await post.confirm("un")
        post.dispatcher.stop()
        await post.dispatcher.run()
        #expect(post.network.arrivals.isEmpty)
        await post.store.close()
    }

    /// The store is closed under the sender's hands, at moments of its own, and another process goes on.
    @Test func `whenever it ends, each message ends: confirmations at most twice, a campaign's at most once`() async throws {
        var post = try await Post { $0.channels = [Post.channel("sms", rate: 3_000)] }
        for number in 0..<150 { try await post.confirm("c\(number)", to: .person(number)) }
        try await post.campaign("à tous", to: (200..<350).map { .person($0) })
        var arrived: [Network.Arrival] = []
        var before: [Post] = []
        for _ in 0..<12 {
            post.network.behaves { _, _ in .takes(.microseconds(Int.random(in: 0...3_000))) }
            let (dispatcher, here) = (post.dispatcher, post)
            let running = Task { await dispatcher.run() }
            try await Task.sleep(for: .microseconds(Int.random(in: 2_000...25_000)))
            before.append(post)
            let next = try await here.reopened { $0.channels = [Post.channel("sms", rate: 3_000)] }
            running.cancel()
            await running.value
            arrived += post.network.arrivals
            post = next
        }
        let last = Task { [post] in await post.dispatcher.run() }
        try await post.until("all that waits has left") {
            try await post.texts("SELECT count(*) FROM outbox WHERE state = 'queued'") == ["0"]
        }
        post.clock.advance(121)
        post.store.bell.ring()
        try await post.until("all has an end") {
            try await post.texts("SELECT count(*) FROM outbox WHERE state IN ('queued', 'attempted')") == ["0"]
        }
        post.dispatcher.stop()
        await last.value
        arrived += post.network.arrivals
        let times = Dictionary(grouping: arrived, by: \.id).mapValues(\.count)
        #expect(times.count { $0.value > 2 } == 0)
        #expect(Dictionary(grouping: arrived.filter { $0.text == "à tous" }, by: \.to).allSatisfy { $0.value.count == 1 })
        #expect(Set(arrived.filter { $0.text.hasPrefix("c") }.map(\.to)).count == 150, "each confirmation came")
        let ends = try await post.texts("SELECT DISTINCT class, state, reason FROM outbox")
        #expect(Set(ends).isSubset(of: ["confirmation accepted -", "campaign accepted -", "campaign ended unknown"]), "\(ends)")
        await post.store.close()
    }
}
