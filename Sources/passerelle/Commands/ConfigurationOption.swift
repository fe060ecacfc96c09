import ArgumentParser
import Dialogs
import Foundation

/// `--config FILE`, which every command takes.
struct ConfigurationOption: ParsableArguments {
    @Option(name: .customLong("config"), help: "The configuration file (default: Config/passerelle.yaml).")
    var file: String?

    /// Reads the configuration, or says what is wrong and ends with exit code 2.
    func read() throws -> Configuration {
        do {
            return try Configuration(file: file ?? Configuration.usualFile, environment: ProcessInfo.processInfo.environment)
        } catch {
            throw CannotRun("\(error)")
        }
    }
}

/// Why a command could not do its work: told on standard error, exit code 2.
struct CannotRun: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }

    init(fr: String, en: String) { description = Bilingual(fr: fr, en: en).words }
}
