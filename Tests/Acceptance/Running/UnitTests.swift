import Foundation
import Testing

extension Acceptance {
    /// The units of systemd, judged by its own tool.
    @Suite struct `The units of systemd` {
        private static let config = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Config")
        private static let units = ["passerelle.service", "passerelle-backup.service", "passerelle-backup.timer"]

        private func analyze(_ arguments: [String], in folder: URL) async throws -> Finished {
            try await Running(arguments, of: URL(filePath: "/usr/bin/systemd-analyze"), in: folder).finished()
        }

        @Test func `are sound, with the program in its place`() async throws {
            let scratch = try Scratch(dialogs: nil)
            for unit in Self.units {
                let text = try String(contentsOf: Self.config.appending(path: unit), encoding: .utf8)
                let here = text.replacing("/usr/local/bin/passerelle", with: try Binary.url().path)
                try scratch.write(here, to: scratch.folder.appending(path: unit))
            }
            let verified = try await analyze(["verify", "--man=no"] + Self.units.map { "./\($0)" }, in: scratch.folder)
            #expect(verified.code == 0 && verified.complaints.isEmpty, "\(verified.complaints)")
        }

        struct Exposed: Sendable, CustomTestStringConvertible {
            let unit: String
            /// Tenths of systemd's points of exposure: 0 is safe, 100 is not.
            let most: Int
            var testDescription: String { unit }
        }

        @Test(arguments: [Exposed(unit: "passerelle.service", most: 15), Exposed(unit: "passerelle-backup.service", most: 10)])
        func `leave little open`(row: Exposed) async throws {
            let unit = Self.config.appending(path: row.unit)
            let judge = ["security", "--offline=true", "--no-pager", "--threshold=\(row.most)"]
            let judged = try await analyze(judge + [unit.path], in: Self.config)
            #expect(judged.code == 0, "\(judged.output)")
            // The judge is awake: without its sandbox it is refused.
            let scratch = try Scratch(dialogs: nil)
            let bare = scratch.folder.appending(path: row.unit)
            let lines = try String(contentsOf: unit, encoding: .utf8).split(separator: "\n").filter {
                !$0.contains("Protect") && !$0.contains("SystemCallFilter")
            }
            try scratch.write(lines.joined(separator: "\n"), to: bare)
            #expect(try await analyze(judge + [bare.path], in: scratch.folder).code != 0)
        }
    }
}
