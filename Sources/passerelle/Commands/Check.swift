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
        let (folder, settings, channels) = try place()
        let files = try folder.files()
        let checked = CheckedDialogs(files: files, as: settings, channels: channels.map(\.channel))
        if json {
            Terminal.result(try CheckReport(findings: checked.findings).json())
        } else {
            CheckReport(findings: checked.findings).lines().forEach { Terminal.result($0) }
        }
        if !checked.isSound || (failOnWarnings && !checked.findings.isEmpty) { throw ExitCode(1) }
    }

    private struct TimedChannel {
        var channel: Channel
        var idle: Duration
        var total: Duration
    }

    /// A folder that is named needs no configuration; without one the configured folder is meant.
    private func place() throws -> (DialogsOnDisk, ScriptSettings, [TimedChannel]) {
        if let folder, config.file == nil {
            let disk = DialogsOnDisk(folder: folder)
            let dialogs = try disk.files().keys.filter { $0.hasSuffix(".yaml") && !["words.yaml", "lists.yaml"].contains($0) }
            let usual = Configuration(folder: folder)
            // Somebody who writes one dialog on its own calls it as they like.
            let start = dialogs.count == 1 ? dialogs.first.map { String($0.dropLast(".yaml".count)) } : nil
            let settings = ScriptSettings(start: start ?? usual.dialogs.start, languages: usual.languages)
            let channels = Configuration.usualChannels.map {
                TimedChannel(channel: $0, idle: ChannelConfiguration.idle, total: ChannelConfiguration.total)
            }
            return (disk, settings, channels)
        }
        let configuration = try config.read()
        let channels = configuration.channels.map { TimedChannel(channel: $0.facts, idle: $0.idle, total: $0.total) }
        return (DialogsOnDisk(folder: folder ?? configuration.dialogs.folder), configuration.scriptSettings, channels)
    }
}
