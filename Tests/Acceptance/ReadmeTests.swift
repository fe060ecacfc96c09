import Foundation
import Testing

extension Acceptance {
    /// What the README promises is run: a command in it that is not run here, or that fails, is red.
    @Suite struct `The README` {
        private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()

        /// The commands of its `sh` blocks, without their comments; those of a server are `A server`'s.
        private static func commands() throws -> [String] {
            let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
            var commands: [String] = []
            var isShell = false
            var isOfServer = false
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("## ") { isOfServer = line == ServerPage.heading }
                if isOfServer { continue }
                if line.hasPrefix("```") {
                    isShell = line == "```sh"
                } else if isShell {
                    let command = (line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line).trimmingCharacters(in: .whitespaces)
                    if !command.isEmpty, !command.hasPrefix("#") { commands.append(command) }
                }
            }
            return commands
        }

        @Test func `holds no command that is not run here`() async throws {
            let service = try await Service.start(in: try Scratch())
            let scratch = service.scratch
            let versions = try await scratch.run("versions")
            let version = try String(#require(versions.output.firstMatch(of: /[0-9a-f]{12}/)).output)
            let commands = try Self.commands()
            #expect(commands.count > 10)
            for command in commands {
                switch command.split(separator: " ").first {
                case "make": try expectTarget(command)
                case "curl": try await expectScreen(command, port: scratch.port)
                case "passerelle", ".build/release/passerelle": try await expectSuccess(command, version: version, scratch)
                default: Issue.record("nothing runs this command of the README: \(command)")
                }
            }
        }

        /// `make run` and `make test` are run by hand and by CI; here they must at least be targets.
        private func expectTarget(_ command: String) throws {
            let makefile = try String(contentsOf: Self.root.appending(path: "Makefile"), encoding: .utf8)
            let target = command.split(separator: " ")[1]
            #expect(makefile.contains("\n\(target):"), "\(command)")
        }

        private func expectScreen(_ command: String, port: UInt16) async throws {
            let here = command.replacing(":8080", with: ":\(port)")
            let said = Pipe()
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", here]
            shell.standardOutput = said
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            try await eventually("curl ends") { !shell.isRunning }
            let answer = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            #expect(answer.hasPrefix("CON "), "\(command): \(answer)")
        }

        /// As a shell splits it.
        private static func words(_ command: String) async throws -> [String] {
            let shell = URL(filePath: "/bin/sh")
            let split = try Running(["-c", "printf '%s\\n' \(command.replacing(">", with: "'>'"))"], of: shell, in: root)
            return try await split.finished().output.split(separator: "\n").map(String.init)
        }

        private func expectSuccess(_ command: String, version: String, _ scratch: Scratch) async throws {
            let words = try await Self.words(command).dropFirst().prefix { $0 != ">" }.map { $0 == "VERSION" ? version : $0 }
            let finished = try await Running(words + ["--config", scratch.configuration.path], in: scratch.folder).finished()
            // Where nothing is wrong but the fixture has no tests, or warns of what is its own, that is said by 1, and not by 2.
            let isFine = finished.code == 0 || (finished.code == 1 && ["test", "check", "doctor"].contains(words.first ?? ""))
            #expect(isFine, "\(command): \(finished.complaints)")
        }
    }

    @Suite struct `The picture in the README` {
        @Test func `shows every screen of the dialogs`() async throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            let folder = root.appending(path: "Dialogs")
            let finished = try await Running(["graph", folder.path, "--format", "svg"], in: root).finished()
            let drawn = Self.titles(finished.output)
            #expect(drawn.count > 20)
            #expect(Self.titles(try String(contentsOf: folder.appending(path: "dialogs.svg"), encoding: .utf8)) == drawn)
        }

        /// The names of nodes and edges: what is drawn, whatever version of Graphviz drew it.
        private static func titles(_ svg: String) -> Set<String> {
            Set(svg.matches(of: /<title>(.*?)<\/title>/).map { String($0.1) })
        }
    }
}
