import ArgumentParser

/// `passerelle sending pause|resume`: everything that we begin, stopped and let go.
struct SendingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sending", abstract: "Stops everything that we begin at once, and lets it go on.",
        discussion: "Example: passerelle sending pause", subcommands: [Pause.self, Resume.self])

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "From now on nothing that we begin leaves: no confirmation, no reminder, no campaign. Answers do.",
            discussion: "It stays so over a restart, until `resume`.\nExample: passerelle sending pause")

        @OptionGroup var config: ConfigurationOption

        func run() async throws { try await Operation.pauseSending.run(config) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets what waits leave.", discussion: "Example: passerelle sending resume")

        @OptionGroup var config: ConfigurationOption

        func run() async throws { try await Operation.resumeSending.run(config) }
    }
}
