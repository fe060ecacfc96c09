import Foundation
import HTTPTypes
import Hummingbird
import Metrics
import Server
import Testing

@Suite struct `what is measured` {
    /// One of every kind, with everything that the format makes hard.
    private static func measured() -> Measurements {
        let all = Measurements(help: ["turns": "Turns taken,\nby \"channel\" \\ outcome."])
        let replied = Counter(label: "turns", dimensions: [("channel", "ussd"), ("outcome", "replied")], factory: all)
        replied.increment(by: 2)
        Counter(label: "turns", dimensions: [("outcome", "replied"), ("channel", "ussd")], factory: all).increment()
        Counter(label: "turns", dimensions: [("channel", "a \"b\"\n\\"), ("outcome", "failed")], factory: all).increment()
        let queue = Meter(label: "passerelle_writer.queue-depth", factory: all)
        queue.set(5)
        queue.decrement(by: 1.5)
        Recorder(label: "batch_turns", factory: all).record(3)
        Recorder(label: "batch_turns", factory: all).record(61)
        Gauge(label: "database_bytes", factory: all).record(4_096)
        let taken = Metrics.Timer(label: "turn_duration", factory: all)
        taken.recordMilliseconds(2)
        taken.recordMilliseconds(30)
        taken.recordSeconds(60)
        return all
    }

    private static let text = """
        # HELP passerelle_batch_turns batch turns
        # TYPE passerelle_batch_turns summary
        passerelle_batch_turns_sum 64
        passerelle_batch_turns_count 2
        # HELP passerelle_database_bytes database bytes
        # TYPE passerelle_database_bytes gauge
        passerelle_database_bytes 4096
        # HELP passerelle_turn_duration_seconds turn duration
        # TYPE passerelle_turn_duration_seconds histogram
        passerelle_turn_duration_seconds_bucket{le="0.001"} 0
        passerelle_turn_duration_seconds_bucket{le="0.0025"} 1
        passerelle_turn_duration_seconds_bucket{le="0.005"} 1
        passerelle_turn_duration_seconds_bucket{le="0.01"} 1
        passerelle_turn_duration_seconds_bucket{le="0.025"} 1
        passerelle_turn_duration_seconds_bucket{le="0.05"} 2
        passerelle_turn_duration_seconds_bucket{le="0.1"} 2
        passerelle_turn_duration_seconds_bucket{le="0.25"} 2
        passerelle_turn_duration_seconds_bucket{le="0.5"} 2
        passerelle_turn_duration_seconds_bucket{le="1"} 2
        passerelle_turn_duration_seconds_bucket{le="2.5"} 2
        passerelle_turn_duration_seconds_bucket{le="5"} 2
        passerelle_turn_duration_seconds_bucket{le="10"} 2
        passerelle_turn_duration_seconds_bucket{le="+Inf"} 3
        passerelle_turn_duration_seconds_sum 60.032
        passerelle_turn_duration_seconds_count 3
        # HELP passerelle_turns_total Turns taken,\\nby "channel" \\\\ outcome.
        # TYPE passerelle_turns_total counter
        passerelle_turns_total{channel="a \\"b\\"\\n\\\\",outcome="failed"} 1
        passerelle_turns_total{channel="ussd",outcome="replied"} 3
        # HELP passerelle_writer_queue_depth writer queue depth
        # TYPE passerelle_writer_queue_depth gauge
        passerelle_writer_queue_depth 3.5

        """

    @Test func `it is told to the byte`() { #expect(Self.measured().text() == Self.text) }

    @Test func `a service counts by channel what it answers and the requests that it refuses`() async throws {
        let all = Measurements()
        let server = try withMetricsFactory(all) { service([try channel()]) }
        _ = try await ask(server)
        _ = try await ask(server, Question(body: ""))
        _ = try await ask(server, Question(address: "/channels/ussd/status", body: "sessionId=s&status=Success"))
        for line in [
            #"passerelle_channel_messages_total{channel="ussd",outcome="replied"} 1"#,
            #"passerelle_channel_messages_total{channel="ussd",outcome="failed"} 0"#,
            #"passerelle_channel_session_ends_total{channel="ussd",outcome="silent"} 1"#,
            #"passerelle_channel_refused_requests_total{channel="ussd"} 1"#,
        ] { #expect(all.text().contains(line + "\n")) }
    }

    @Test func `promtool finds nothing to say`() async throws {
        let all = Self.measured()
        let server = try withMetricsFactory(all) { service([try channel()], measurements: all) }
        _ = try await ask(server)
        let page = try await ask(server, Question(method: .get, address: "/metrics", headers: [:], body: ""))
        let text = String(buffer: page.body)
        #expect(text.contains("passerelle_channel_messages_total"))
        #expect(try promtool(text) == "0\n")
        // The judge is awake: it finds a counter without its ending.
        #expect(try promtool("# HELP turns Turns.\n# TYPE turns counter\nturns 1\n").contains("_total"))
    }

    /// What `promtool check metrics` says, after its exit code; a missing promtool fails.
    private func promtool(_ text: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let tool = ProcessInfo.processInfo.environment["PROMTOOL"] ?? ".build/tools/promtool"
        let process = Process()
        process.executableURL = tool.hasPrefix("/") ? URL(fileURLWithPath: tool) : root.appendingPathComponent(tool)
        process.arguments = ["check", "metrics"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return "\(process.terminationStatus)\n\(String(decoding: said, as: UTF8.self))"
    }
}
