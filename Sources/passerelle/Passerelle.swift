import ArgumentParser
import Foundation

/// An option of a command; an option of a menu is written `Dialogs.Option` in this room.
typealias Option = ArgumentParser.Option

@main
struct Passerelle: AsyncParsableCommand {
    static let version = "0.1"

    static let configuration = CommandConfiguration(
        commandName: "passerelle",
        abstract: "Conversations by SMS and USSD with people on basic phones.",
        discussion: "Example: passerelle serve --config Config/passerelle.yaml",
        subcommands: [
            Serve.self, Check.self, TestCommand.self, ChatCommand.self, Fmt.self, Measure.self, Graph.self, Translate.self, Versions.self,
            Publish.self, Rollback.self,
            Export.self, PersonCommand.self, Remind.self, SendingCommand.self, SendCommand.self, Campaigns.self, Purge.self,
            BackupCommand.self, RestoreCommand.self, TraceCommand.self, Doctor.self, Version.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let problem as CannotRun {
            Terminal.complain("passerelle: \(problem)")
            Foundation.exit(2)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            // A command that was not understood could not run, which is 2 here, and not the 64 of sysexits.h.
            Terminal.complain(fullMessage(for: error))
            Foundation.exit(2)
        }
    }
}
