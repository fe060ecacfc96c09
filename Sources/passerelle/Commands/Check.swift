import ArgumentParser
import DialogFiles
import Dialogs
import Foundation

/// `passerelle check`: everything that is wrong with the dialogs, and what each path costs the person.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Proves what can be proved of the dialogs before anybody dials them.",
        discussion: """
            Exit code 0: clean, or warnings alone. 1: errors. 2: could not run.
            Example: passerelle check Dialogs --fail-on-warnings
            """)

    @Argument(help: "The dialogs' folder (default: the configured one).")
    var folder: String?

    @Flag(help: "Prints the findings and the costs as JSON.")
    var json = false

    @Flag(help: "Ends with exit code 1 on a warning too.")
    var failOnWarnings = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try place()
        let disk = DialogsOnDisk(folder: configuration.dialogs.folder)
        let checked = CheckedDialogs(
            files: try disk.files(), as: configuration.scriptSettings, channels: configuration.checkedChannels)
        let proved = checked.isSound ? checked.proved : nil
        let untested = try await reachedByTests(configuration, disk, checked).flatMap { proved?.untestedScreens($0) } ?? []
        let findings = (checked.findings + untested).sorted { ($0.place, $0.kind) < ($1.place, $1.kind) }
        let report = CheckReport(findings: findings, costs: proved.map { configuration.costs($0) } ?? [])
        if json { Terminal.result(try report.json()) } else { report.lines().forEach { Terminal.result($0) } }
        if !checked.isSound || (failOnWarnings && !findings.isEmpty) { throw ExitCode(1) }
    }

    /// A folder that is named needs no configuration; without one the configured folder is meant.
    private func place() throws -> Configuration {
        guard let folder else { return try config.read() }
        var configuration = try config.file.map { _ in try config.read() } ?? Configuration(folder: folder)
        configuration.dialogs.folder = folder
        if config.file == nil {
            // Somebody who writes one dialog on its own calls it as they like.
            let dialogs = try DialogsOnDisk(folder: folder).files().keys.filter { Self.isDialog($0) }
            if dialogs.count == 1, let only = dialogs.first { configuration.dialogs.start = String(only.dropLast(".yaml".count)) }
        }
        return configuration
    }

    private static func isDialog(_ file: String) -> Bool {
        file.hasSuffix(".yaml") && !["words.yaml", "lists.yaml"].contains(file)
    }

    /// The screens that the conversation tests reach; nil without tests, or where the dialogs can't be played.
    private func reachedByTests(
        _ configuration: Configuration, _ disk: DialogsOnDisk, _ checked: CheckedDialogs
    ) async throws -> Set<ScreenAddress>? {
        guard checked.isSound, let stage = try? configuration.stage()
        else { return nil }
        let suite = try ChatSuite(on: stage, files: [], dialogs: disk.folder)
        return suite.files.isEmpty ? nil : try await suite.run().reached
    }
}
