import Delivery
import Foundation
import HTTPClient

/// What sending takes in memory while very many messages wait.
struct MemoryUse {
    let address: String
    let messages: Int

    func run() async throws {
        let outbox = try Outbox(sendingTo: address)
        try await outbox.queue(messages)
        let before = Self.resident
        let client = HTTPClient(hosts: ["127.0.0.1"])
        let dispatcher = outbox.dispatcher(client)
        let running = Task { await dispatcher.run() }
        var most = before
        for _ in 0..<100 {
            try await Task.sleep(for: .milliseconds(100))
            most = max(most, Self.resident)
        }
        dispatcher.stop()
        await running.value
        print("\(messages) messages wait: \(before) MB resident before, \(most) MB at most in ten seconds of sending")
        await client.stop()
        await outbox.remove()
    }

    /// In megabytes, of this process.
    private static var resident: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
