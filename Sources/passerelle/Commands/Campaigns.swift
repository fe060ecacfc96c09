import ArgumentParser
import Dialogs
import Store

/// `passerelle campaigns [pause|resume|stop ID]`
struct Campaigns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the campaigns, the newest first; pauses, resumes or stops one.",
        discussion: "Example: passerelle campaigns stop 4f2a9c0d", subcommands: [List.self, Pause.self, Resume.self, Stop.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the campaigns with what became of their messages.", discussion: "Example: passerelle campaigns")

        @OptionGroup var config: ConfigurationOption

        func run() async throws {
            for progress in try await config.read().storeToRead().campaigns() {
                Terminal.result(Spoken.here.line(of: progress))
                Terminal.result("    \(progress.made.text)  \(progress.by)  \(progress.audience)")
                Spoken.here.leftOut(progress.leftOut).forEach { Terminal.result("    \($0)") }
            }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "From now on none of its messages leaves, until `resume`.", discussion: "Example: passerelle campaigns pause 4f2a9c0d"
        )

        @OptionGroup var campaign: CampaignArgument
        @OptionGroup var config: ConfigurationOption

        func run() async throws { try await Operation.changeCampaign(campaign.id, .pause).run(config) }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets its messages leave again.", discussion: "Example: passerelle campaigns resume 4f2a9c0d")

        @OptionGroup var campaign: CampaignArgument
        @OptionGroup var config: ConfigurationOption

        func run() async throws { try await Operation.changeCampaign(campaign.id, .resume).run(config) }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends it for good: none of its messages leaves any more.", discussion: "Example: passerelle campaigns stop 4f2a9c0d")

        @OptionGroup var campaign: CampaignArgument
        @OptionGroup var config: ConfigurationOption

        func run() async throws { try await Operation.changeCampaign(campaign.id, .stop).run(config) }
    }
}

struct CampaignArgument: ParsableArguments {
    @Argument(help: "The campaign, as `passerelle campaigns` names it.")
    var id: String
}
