import Foundation
import Testing

extension Acceptance {
    @Suite struct `A command` {
        struct Measured: Sendable {
            let arguments: [String]
            let text: String
            let json: String
        }

        @Test(arguments: [
            Measured(
                arguments: [], text: String(repeating: "a", count: 161),
                json: #"{"encoding":"gsm-7","units":161,"parts":2,"ussd-pages":2}"#),
            Measured(arguments: [], text: "Répondez ici", json: #"{"encoding":"gsm-7","units":12,"parts":1,"ussd-pages":1}"#),
            Measured(arguments: [], text: "ça", json: #"{"encoding":"ucs-2","units":2,"parts":1,"ussd-pages":1}"#),
            Measured(
                arguments: ["--letters", "ascii"], text: "ça « œ » …", json: #"{"encoding":"gsm-7","units":13,"parts":1,"ussd-pages":1}"#),
            Measured(
                arguments: ["--ussd", "--letters", "gsm"], text: "10 €", json: #"{"encoding":"gsm-7","units":5,"parts":1,"ussd-pages":1}"#),
            Measured(arguments: [], text: "--help", json: #"{"encoding":"gsm-7","units":6,"parts":1,"ussd-pages":1}"#),
        ]) func `measures a text`(row: Measured) async throws {
            let scratch = FileManager.default.temporaryDirectory
            let finished = try await Running(["measure", "--json"] + row.arguments + ["--", row.text], in: scratch).finished()
            #expect(finished.code == 0, "\(finished.complaints)")
            #expect(finished.output == row.json + "\n")
        }

        @Test(arguments: [
            "serve", "check", "fmt", "chat", "test", "measure", "graph", "translate", "versions", "publish", "rollback", "export", "person",
            "purge", "backup", "restore", "doctor", "version", "sending", "remind",
        ]) func `has a help with an example in it`(command: String) async throws {
            let finished = try await Running([command, "--help"], in: FileManager.default.temporaryDirectory).finished()
            #expect(finished.code == 0, "\(finished.complaints)")
            let example = finished.output.replacing(/\s+/, with: " ")
            #expect(example.contains("passerelle \(command)"), "\(finished.output)")
        }

        @Test func `that is not there is refused with the way out`() async throws {
            let finished = try await Running(["publsh"], in: FileManager.default.temporaryDirectory).finished()
            #expect(finished.code != 0)
            #expect(finished.output.isEmpty)
            #expect(!finished.complaints.isEmpty)
        }

        @Test func `names the nearest setting`() async throws {
            let scratch = try Scratch()
            let text = try String(contentsOf: scratch.configuration, encoding: .utf8)
            try scratch.write(text.replacingOccurrences(of: "languages:", with: "langages:"), to: scratch.configuration)
            for command in [["serve"], ["versions"], ["doctor"]] {
                let finished = try await Running(command + ["--config", scratch.configuration.path], in: scratch.folder).finished()
                #expect(finished.code != 0, "\(command)")
                #expect((finished.output + finished.complaints).contains("languages"), "\(command): \(finished.complaints)")
            }
        }

        struct Faulty: Sendable {
            let line: String
            let instead: String
            let said: String
        }

        @Test(arguments: [
            Faulty(line: "languages: [fr]", instead: "languages: [Français]", said: "Français"),
            Faulty(line: "languages: [fr]", instead: "languages: [fr]\nlanguages: [fr]", said: "languages"),
            Faulty(line: "calling-code: 237", instead: "calling-code: Cameroun", said: "country.calling-code"),
            Faulty(line: "via: phone", instead: "via: ussd", said: "“ussd”"),
            Faulty(line: "outgoing:", instead: "quiet: { from: 25h }\noutgoing:", said: "quiet.from"),
        ]) func `says which value can't be`(row: Faulty) async throws {
            let scratch = try Scratch()
            let text = try String(contentsOf: scratch.configuration, encoding: .utf8)
            try #require(text.contains(row.line))
            try scratch.write(text.replacingOccurrences(of: row.line, with: row.instead), to: scratch.configuration)
            let finished = try await scratch.run("doctor")
            #expect(finished.code == 1)
            #expect(finished.output.contains(row.said), "\(finished.output)")
        }

        @Test func `without a configuration says which it looked for`() async throws {
            let scratch = try Scratch()
            let finished = try await Running(["versions", "--config", "nowhere.yaml"], in: scratch.folder).finished()
            #expect(finished.code != 0)
            #expect(finished.complaints.contains("nowhere.yaml"))
        }

        @Test func `finds the fixture's dialogs sound`() async throws {
            let scratch = try Scratch()
            let finished = try await scratch.run("check")
            #expect(finished.code == 0, "\(finished.output)\(finished.complaints)")
        }
    }
}
