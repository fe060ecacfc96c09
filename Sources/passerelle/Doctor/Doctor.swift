import ArgumentParser
import Dialogs
import Foundation
import Store

/// `passerelle doctor`: what is wrong with this installation, and what to do.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at the configuration, the key, the database, the dialogs and the channels, and says what to do.",
        discussion: "Exit code 1 where something is an error.\nExample: passerelle doctor")

    @Flag(help: "As JSON.")
    var json = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        var symptoms: [Symptom] = []
        do {
            let configuration = try config.read()
            symptoms += ConfigurationExam(configuration: configuration).symptoms()
            symptoms += await DatabaseExam(configuration: configuration).symptoms()
            symptoms += DiskExam(configuration: configuration).symptoms()
            symptoms += await BackupExam(configuration: configuration).symptoms()
            symptoms += await DialogsExam(configuration: configuration).symptoms()
            symptoms += ChannelsExam(configuration: configuration).symptoms()
            symptoms += await SendingExam(configuration: configuration).symptoms()
        } catch let problem as CannotRun {
            symptoms.append(Symptom(.error, "configuration", fr: "\(problem)", en: "\(problem)"))
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            Terminal.result(String(decoding: try encoder.encode(symptoms), as: UTF8.self))
        } else {
            symptoms.forEach { Terminal.result($0.line) }
        }
        if symptoms.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
