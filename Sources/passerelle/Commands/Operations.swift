import ArgumentParser
import Dialogs
import Foundation
import Store
import Texting

extension Operation {
    /// Has it carried out and tells what became of it; exit code 1 where it was not done.
    func run(_ config: ConfigurationOption) async throws {
        let report = try await ControlClient(configuration: try config.read()).run(self)
        for line in report.lines { Terminal.complain(line) }
        if !report.isDone { throw ExitCode(1) }
    }
}

/// `passerelle publish`
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the dialogs' folder and makes it live.",
        discussion:
            "Who is in the middle of a USSD session finishes on the old words, unless --now is given.\nExample: passerelle publish --now")

    @Flag(help: "Takes along at once who is in the middle: their next answer goes on in the new words.")
    var now = false

    @Flag(help: "Even where translations are missing or stale: the source language is shown there.")
    var withStale = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws { try await Operation.publish(withStale: withStale, now: now).run(config) }
}

/// `passerelle rollback VERSION`
struct Rollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes an earlier version live; it stays so until the folder changes again.",
        discussion: "Example: passerelle rollback 3f2a9c0d1e5b (passerelle versions lists them)")

    @Argument(help: "The version, as `passerelle versions` names it.")
    var version: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws { try await Operation.rollback(version: version).run(config) }
}

/// `passerelle purge`
struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes away what has been kept long enough (`keep` of the configuration).",
        discussion: "The service does so by itself once a day.\nExample: passerelle purge")

    @OptionGroup var config: ConfigurationOption

    func run() async throws { try await Operation.purge.run(config) }
}

/// `passerelle versions`
struct Versions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the versions of the dialogs, the newest first.", discussion: "Example: passerelle versions")

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let store = try config.read().storeToRead()
        for version in try await store.versions() {
            let mark = version.isLive ? "*" : " "
            let live = version.live.map { "  \(Bilingual(fr: "en ligne", en: "live").words) \($0.text)" } ?? ""
            Terminal.result("\(mark) \(version.id.rawValue)  \(version.made.text)  \(version.by)\(live)")
        }
    }
}
