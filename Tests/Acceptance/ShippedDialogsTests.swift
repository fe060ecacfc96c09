import Foundation
import Testing

/// The dialogs that are shipped: no error, and no warning but those that somebody has looked at.
struct ShippedDialogsTests {
    private struct Report: Decodable {
        struct Finding: Decodable {
            var file: String
            var severity: String
            var kind: String
            var screen: String?
        }

        var findings: [Finding]
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `every warning is one that is listed with why it stays`() async throws {
        let finished = try await Running(["check", Self.root.appending(path: "Dialogs").path, "--json"], in: Self.root).finished()
        let report = try JSONDecoder().decode(Report.self, from: Data(finished.output.utf8))
        #expect(report.findings.filter { $0.severity == "error" }.isEmpty)
        let list = try String(contentsOf: Self.root.appending(path: "Dialogs/warnings.txt"), encoding: .utf8)
        let listed = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: "|").map(String.init) }
        for line in listed { #expect(line.count == 4 && !line[3].isEmpty, "a line is file|screen|kind|why: \(line)") }
        let expected = Set(listed.map { $0.prefix(3).joined(separator: "|") })
        let found = Set(report.findings.map { "\($0.file)|\($0.screen ?? "")|\($0.kind)" })
        #expect(found.subtracting(expected) == [], "new warnings")
        #expect(expected.subtracting(found) == [], "listed, and not there any more")
    }
}
