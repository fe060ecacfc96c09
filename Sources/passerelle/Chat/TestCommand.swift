import ArgumentParser
import Dialogs
import Foundation

/// `passerelle test`: the conversation tests.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Plays the conversation tests and shows what differs.",
        discussion: """
            Without files all of the dialogs' folder tests/*.chat. Behind a line that differs, - is what the file expects and + what came.
            Exit code 0: all as expected. 1: something differs, or there is no test at all. 2: could not run.
            Example: passerelle test Dialogs/tests/rappel.chat
            """)

    @Argument(help: "The .chat files to play (default: all).")
    var files: [String] = []

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        let suite = try ChatSuite(on: try configuration.stage(), files: files, dialogs: configuration.dialogs.folder)
        guard !suite.files.isEmpty else {
            Terminal.result(
                Bilingual(
                    fr: "aucun test : il n'y a pas de fichier .chat dans \(configuration.dialogs.folder)/tests",
                    en: "no test: there is no .chat file in \(configuration.dialogs.folder)/tests"
                ).words)
            throw ExitCode(1)
        }
        let outcomes = try await suite.run().outcomes
        for line in outcomes.flatMap({ $0.lines(in: .ofThisTerminal) }) { Terminal.result(line) }
        let failed = outcomes.filter { !$0.differences.isEmpty }.count
        let steps = outcomes.reduce(0) { $0 + $1.steps }
        Terminal.result(Self.summary(tests: outcomes.count, steps: steps, failed: failed).words)
        if failed > 0 { throw ExitCode(1) }
    }

    private static func summary(tests: Int, steps: Int, failed: Int) -> Bilingual {
        let french = "\(tests) test\(tests > 1 ? "s" : ""), \(steps) pas : "
        let english = "\(tests) test\(tests == 1 ? "" : "s"), \(steps) step\(steps == 1 ? "" : "s"): "
        return failed == 0
            ? Bilingual(fr: french + "tout est comme attendu", en: english + "all as expected")
            : Bilingual(
                fr: french + "\(failed) diffère\(failed > 1 ? "nt" : "")", en: english + "\(failed) differ\(failed == 1 ? "s" : "")")
    }
}
