import Foundation
import HTTPClient
import Testing

extension Acceptance {
    /// The rules that wake somebody, judged by Prometheus' own tool and held against what the program tells.
    @Suite struct `The alerts` {
        private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        private static let rules = root.appending(path: "Config/alerts.yaml")
        private static let cases = Scratch.fixtures.appending(path: "alerts.test.yaml")

        private func promtool(_ arguments: String...) async throws -> Finished {
            let tool = ProcessInfo.processInfo.environment["PROMTOOL"] ?? ".build/tools/promtool"
            let program = tool.hasPrefix("/") ? URL(filePath: tool) : Self.root.appending(path: tool)
            return try await Running(arguments, of: program, in: Self.root).finished()
        }

        private static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

        @Test func `are rules that Prometheus takes`() async throws {
            let finished = try await promtool("check", "rules", Self.rules.path)
            #expect(finished.code == 0, "\(finished.output)\(finished.complaints)")
        }

        @Test func `ring when they should, and only then`() async throws {
            let finished = try await promtool("test", "rules", Self.cases.path)
            #expect(finished.code == 0, "\(finished.output)\(finished.complaints)")
            let names = try Self.text(Self.rules).matches(of: /alert: (\w+)/).map { String($0.1) }
            let cases = try Self.text(Self.cases)
            #expect(names.count > 8 && Set(names).count == names.count)
            for name in names { #expect(cases.contains("\"\(name)\""), "no case rings \(name)") }
        }

        @Test func `name nothing that the program does not tell`() async throws {
            let scratch = try Scratch()
            // A channel that sends, so that what is counted of sending is there.
            try scratch.replaceConfiguration(
                "outgoing: [{ via: phone }]",
                with: "outgoing: [{ via: sms }]\nquiet: { from: \"00:00\", to: \"00:00\" }")
            try scratch.replaceConfiguration(
                "  phone: { gateway: phone }",
                with:
                    "  sms: { gateway: kannel, code: \"8080\", url: \"http://127.0.0.1:9/cgi-bin/sendsms\", username: a, password: b, secret: c }"
            )
            let service = try await Service.start(in: scratch)
            let told = Set(try await service.get("/metrics").text.matches(of: /(?m)^(passerelle_\w+)/).map { String($0.1) })
            try await service.stop()
            let named = Set(try Self.text(Self.rules).matches(of: /\b(passerelle_\w+)\b/).map { String($0.1) })
            #expect(named.count > 8)
            #expect(named.subtracting(told).isEmpty)
            let tested = Set(try Self.text(Self.cases).matches(of: /series: '?(passerelle_\w+)/).map { String($0.1) })
            #expect(tested.subtracting(named).isEmpty, "a case of what no rule looks at")
        }

        @Test func `count who is cut off in the middle, once, and nobody else`() async throws {
            let service = try await Service.start(in: try Scratch())
            var (cutOff, _) = try await Session.dial("+237670000001", to: service)
            _ = try await cutOff.type("1")
            try await cutOff.end("Incomplete")
            try await cutOff.end("Incomplete")
            var (whole, _) = try await Session.dial("+237670000002", to: service)
            _ = try await whole.register(name: "Awa")
            try await whole.end("Success")
            let told = try await service.get("/metrics").text
            #expect(told.contains("\npasserelle_conversations_dropped_total 1\n"))
            try await service.stop()
        }
    }
}
