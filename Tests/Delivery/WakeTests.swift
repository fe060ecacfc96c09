import Delivery
import Foundation
import Gateways
import Store
import Testing
import Texting

/// Nobody looks again and again, and nothing waits for somebody to look.
struct WakeTests {
    @Test func `a confirmation leaves at once`() async throws {
        let post = try await Post()
        let running = Task { await post.dispatcher.run() }
        try await post.until("it sleeps") { post.clock.looks > 0 }
        try await quiet(post)
        var slowest = Duration.zero
        for number in 0..<10 {
            let asked = ContinuousClock.now
            try await post.confirm("\(number)", to: .person(number))
            try await post.until("it leaves") { post.network.arrivals.count == number + 1 }
            slowest = max(slowest, ContinuousClock.now - asked)
        }
        // Far less than any sleep of the sender's own.
        #expect(slowest < .seconds(1))
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    @Test func `a reminder leaves at its moment, without being rung for`() async throws {
        let post = try await Post()
        // A week less the blink of an eye.
        try await post.remind(after: [0.15 / 86_400])
        let (start, began) = (post.clock.now, ContinuousClock.now)
        let clock = post.clock
        let ticking = Task {
            while !Task.isCancelled {
                clock.set(start + (ContinuousClock.now - began) / .seconds(1))
                try? await Task.sleep(for: .milliseconds(1))
            }
        }
        let running = Task { await post.dispatcher.run() }
        try await post.until("it leaves") { post.network.arrivals.count == 1 }
        #expect(ContinuousClock.now - began >= .milliseconds(149))
        #expect(ContinuousClock.now - began < .seconds(3))
        ticking.cancel()
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    struct Idle: CustomTestStringConvertible {
        var label: String
        var setting: @Sendable (inout DeliverySettings) -> Void = { _ in }
        var make: @Sendable (Post) async throws -> Void
        /// How often it may look at the clock in a fifth of a second.
        var looks = 12
        var testDescription: String { label }
    }

    static let idle = [
        Idle(label: "nothing waits", make: { _ in }),
        Idle(label: "something waits for later", make: { try await $0.remind(after: [7]) }),
        Idle(
            label: "sending is paused",
            make: { post in
                try await post.store.pauseSending(at: post.clock.now)
                for number in 0..<50 { try await post.confirm("un", to: .person(number)) }
            }),
        Idle(
            label: "the gateway is left alone",
            make: { post in
                post.network.says("refuses-us")
                for number in 0..<50 { try await post.confirm("un", to: .person(number)) }
            }),
        Idle(
            label: "the pace is out", setting: { $0.channels = [Post.channel("sms", rate: 1)] },
            make: { post in for number in 0..<50 { try await post.confirm("un", to: .person(number)) } }),
        Idle(
            label: "the gateway keeps all that may be on its way",
            make: { post in
                post.network.behaves { _, _ in .stalls }
                for number in 0..<100 { try await post.confirm("un", to: .person(number)) }
            }),
        Idle(
            label: "no channel reaches the number", setting: { $0.routes = Routes(rules: []) },
            make: { post in for number in 0..<50 { try await post.confirm("un", to: .person(number)) } }),
        Idle(
            label: "the day is over", setting: { $0.channels = [Post.channel("sms", dailyParts: 0)] },
            make: { post in for number in 0..<50 { try await post.confirm("un", to: .person(number)) } }),
    ]

    @Test(arguments: idle)
    func `where nothing can leave nothing is looked at`(_ row: Idle) async throws {
        let post = try await Post(row.setting)
        try await row.make(post)
        let running = Task { await post.dispatcher.run() }
        try await quiet(post)
        let before = post.clock.looks
        // What would spin makes thousands of these.
        try await Task.sleep(for: .milliseconds(200))
        #expect(post.clock.looks - before <= row.looks)
        post.network.release()
        post.dispatcher.stop()
        await running.value
        await post.store.close()
    }

    /// Until for some time nothing is looked at any more.
    private func quiet(_ post: Post) async throws {
        var (looks, since) = (post.clock.looks, ContinuousClock.now)
        let end = since + .seconds(10)
        while ContinuousClock.now - since < .milliseconds(100), ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
            // A line that waits for its pace looks now and then.
            if post.clock.looks > looks + 5 { since = .now }
            if post.clock.looks > looks + 5 { looks = post.clock.looks }
        }
    }
}
