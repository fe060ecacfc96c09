package import Foundation
import Synchronization

/// Rubbish for the running service, and whether it is well afterwards.
package struct ServerHunt: Sendable {
    package var seed: UInt64
    /// How many requests are sent.
    package var requests: Int
    package var program: URL
    package var dialogs: URL

    /// What goes over a connection.
    package enum Traffic: Sendable {
        case anything
        /// Only what an HTTP client could send. In a debug build NIO ends the program where Hummingbird, which has answered a request before its
        /// end came, answers the broken rest of it too; in a release build that is an answer too many before the connection closes.
        case wellFormed
    }

    private let traffic: Traffic

    package init(seed: UInt64, requests: Int, program: URL, dialogs: URL, _ traffic: Traffic = .anything) {
        self.traffic = traffic
        self.seed = seed
        self.requests = requests
        self.program = program
        self.dialogs = dialogs
    }

    /// What came of it.
    package struct Report: Sendable {
        package var sent = 0
        package var connections = 0
        /// Answers by their status.
        package var statuses: [Int: Int] = [:]
        package var faults: [String] = []
        package var residentBefore = 0
        package var residentAfter = 0
        package var descriptorsBefore = 0
        package var descriptorsAfter = 0

        package var text: String {
            let answers = statuses.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            return
                "\(sent) requests over \(connections) connections; answers \(answers); memory \(residentBefore) kB, then \(residentAfter) kB; "
                + "descriptors \(descriptorsBefore), then \(descriptorsAfter)"
        }

        mutating func add(_ other: Report) {
            sent += other.sent
            connections += other.connections
            statuses.merge(other.statuses, uniquingKeysWith: +)
            faults += other.faults
        }
    }

    private static let threads = 4
    /// kB: what it holds on to after warming up, beside what a conversation alive costs.
    private static let mostGrowth = 65_536
    private static let mostResident = 400_000

    /// Blocks until it is over.
    package func run() throws -> Report {
        let service = try ServiceUnderFire(program: program, dialogs: dialogs, port: Int.random(in: 15_000..<32_000))
        var report = Report()
        // What it takes for all it will ever serve, it takes in the first tenth.
        report.add(volley(0..<requests / 10, at: service.port))
        report.residentBefore = service.resident
        report.descriptorsBefore = settled(service)
        report.add(volley(requests / 10..<requests, at: service.port))
        report.descriptorsAfter = settled(service)
        report.residentAfter = service.resident
        judge(service, &report)
        return report
    }

    private func judge(_ service: ServiceUnderFire, _ report: inout Report) {
        func hold(_ isTrue: Bool, _ what: String) { if !isTrue { report.faults.append(what) } }
        hold(service.isRunning, "the service is gone: \(service.said.suffix(3000))")
        hold(service.ask("/health/live")?.contains(" 200 ") == true, "it does not say that it lives")
        let dial = service.ask(
            "/channels/ussd/receive", form: "sessionId=last&phoneNumber=%2B237676800001&networkCode=62401&serviceCode=*123%23&text=")
        hold(dial?.contains("\r\n\r\nCON ") == true || dial?.contains("\r\n\r\nEND ") == true, "it answers no dial: \(dial ?? "nothing")")
        for (status, count) in report.statuses where status >= 500 && status != 503 { hold(false, "\(count) answers \(status)") }
        hold(
            report.residentAfter < report.residentBefore + Self.mostGrowth,
            "memory grew from \(report.residentBefore) to \(report.residentAfter) kB")
        hold(report.residentAfter < Self.mostResident, "\(report.residentAfter) kB of memory")
        hold(
            report.descriptorsAfter <= report.descriptorsBefore + 8,
            "connections stay open: \(report.descriptorsBefore), then \(report.descriptorsAfter)")
        let said = service.said
        for secret in ["2376768000", "676800", "Awa*Ngo"] { hold(!said.contains(secret), "the log has a number or an answer in it") }
        hold(service.stop() == 0, "it does not end well: \(service.said.suffix(2000))")
    }

    /// How many descriptors are left once connections have had time to close.
    private func settled(_ service: ServiceUnderFire) -> Int {
        var least = service.descriptors
        for _ in 0..<10 {
            Thread.sleep(forTimeInterval: 0.1)
            least = min(least, service.descriptors)
        }
        return least
    }

    private func volley(_ range: Range<Int>, at port: Int) -> Report {
        let total = Mutex(Report())
        DispatchQueue.concurrentPerform(iterations: Self.threads) { thread in
            var own = Report()
            var index = range.lowerBound + thread
            while index < range.upperBound, own.faults.count < 3 {
                var dice = Dice(seed: seed, "server", index)
                let input = RawRequests(port: port).input(&dice, isOrdered: traffic == .wellFormed)
                fire(input, index, at: port, &own)
                index += Self.threads * input.requests
            }
            total.withLock { $0.add(own) }
        }
        return total.withLock { $0 }
    }

    private func fire(_ input: RawRequests.Input, _ index: Int, at port: Int, _ report: inout Report) {
        func fault(_ what: String) {
            report.faults.append(
                "\(what)\n  seed \(seed), input \(index), \(input.bytes.count) bytes in hex:\n  \(Hex.written(Array(input.bytes.prefix(20_000))))"
            )
        }
        guard let wire = Wire(port: port, from: 1 + index % 250) else { return fault("no connection") }
        defer { wire.close() }
        report.sent += input.requests
        report.connections += 1
        let (answer, ending) = wire.exchange(input.bytes, quiet: input.isWhole ? nil : 15, limit: 20_000)
        let statuses = Self.statuses(in: answer)
        for status in statuses { report.statuses[status, default: 0] += 1 }
        if ending == .open { fault("the connection stays open, \(statuses)") }
        if let bad = statuses.first(where: { $0 >= 500 && $0 != 503 }) { fault("answered \(bad)") }
        if input.isWhole, statuses.isEmpty { fault("no answer") }
    }

    /// Of every answer in what came over a connection.
    private static func statuses(in answer: [UInt8]) -> [Int] {
        String(decoding: answer, as: UTF8.self).matches(of: #/HTTP/1\.1 ([0-9]{3}) /#).compactMap { Int($0.output.1) }
    }
}
