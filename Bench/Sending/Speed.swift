import Delivery
import Foundation
import HTTPClient
import HTTPTypes
import Store

/// The same number of requests by the same client, bare and through the outbox, in turns.
struct Speed {
    let address: String
    let messages: Int
    let rounds: Int

    private static let atOnce = 64

    func run() async throws {
        var ratios: [Double] = []
        for _ in 0..<rounds {
            let bare = try await bare()
            let sent = try await throughOutbox()
            ratios.append(sent / bare)
            print("bare requests      \(Int(bare))/s")
            print("through the outbox \(Int(sent))/s   ratio \((sent / bare).formatted(.number.precision(.fractionLength(2))))")
        }
        let median = ratios.sorted()[ratios.count / 2]
        print("median ratio       \(median.formatted(.number.precision(.fractionLength(2))))")
    }

    private func bare() async throws -> Double {
        let client = HTTPClient(hosts: ["127.0.0.1"])
        let request = HTTPClient.Request(
            address: address
                + "?username=bench&password=bench&from=8080&to=%2B237670000000&text=OIM+et+MINPMEESA+%3A+votre+demande+est+enregistr%C3%A9e."
        )
        let rate = try await perSecond {
            try await withThrowingTaskGroup { group in
                for _ in 0..<Self.atOnce {
                    group.addTask { for _ in 0..<(messages / Self.atOnce) { _ = try await client.send(request) } }
                }
                try await group.waitForAll()
            }
        }
        await client.stop()
        return rate
    }

    private func throughOutbox() async throws -> Double {
        let outbox = try Outbox(sendingTo: address)
        try await outbox.queue(messages)
        let client = HTTPClient(hosts: ["127.0.0.1"])
        let dispatcher = outbox.dispatcher(client)
        let running = Task { await dispatcher.run() }
        let rate = try await perSecond { while try await !outbox.isEmpty() { try await Task.sleep(for: .milliseconds(20)) } }
        dispatcher.stop()
        await running.value
        await client.stop()
        let accepted = try await outbox.accepted()
        if accepted != messages { print("FAILED: \(accepted) of \(messages) messages were accepted") }
        await outbox.remove()
        return rate
    }

    private func perSecond(_ work: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        let begun = clock.now
        try await work()
        return Double(messages) / ((clock.now - begun) / .seconds(1))
    }
}

extension Outbox {
    /// Page by page.
    func accepted() async throws -> Int {
        var page = try await store.messages(since: nil, .people, after: nil)
        var count = page.items.count { $0.status == "accepted" }
        while let next = page.next {
            page = try await store.messages(since: nil, .people, after: next)
            count += page.items.count { $0.status == "accepted" }
        }
        return count
    }
}
