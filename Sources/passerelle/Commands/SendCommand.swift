import ArgumentParser
import Conversations
import Delivery
import Dialogs
import Foundation
import Store
import Texting

/// `passerelle send --to AUDIENCE --text TEXT`: a campaign.
struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Sends a text, or what a screen says, to those whose sign-ups fit.",
        discussion: """
            --to takes conditions over a sign-up's answers, joined by and, or, not and brackets: region = est, stage != idee, team >= 5,
            needs has outils, given region; also sign-up = ID, status = open, language = fr, created >= 2026-11-01, updated. An answer that
            is missing makes a condition false. Whoever said STOP gets nothing, and nobody gets it twice.
            Without --yes it shows what would be sent, to how many and at what cost, and sends nothing.
            Example: passerelle send --to 'region = est and stage = idee' --text 'OIM : réunion lundi. {{how-to-stop}}' --dry-run
            """)

    @Option(help: "Whose sign-ups it is for.")
    var to: String

    @Option(help: "The text; repeated with a language in front for several: --text 'en=Hello'.")
    var text: [String] = []

    @Option(help: "Where an answer goes on: suivi/ or suivi/interet. Without --text that screen is what is sent.")
    var opens: String?

    @Option(help: "How late it may still leave.")
    var until = "3 days"

    @Flag(help: "Shows only.")
    var dryRun = false

    @Option(help: "Sends it to this phone alone, at once: your own.")
    var test: String?

    @Flag(help: "Really.")
    var yes = false

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        if text.isEmpty, opens == nil { throw ValidationError("Give --text, --opens, or both.") }
        guard let life = Duration(settingText: until), life > .zero else {
            throw ValidationError("“\(until)” is no time; write 24 h or 3 days.")
        }
        if dryRun, yes || test != nil { throw ValidationError("--dry-run sends nothing: leave --yes and --test out.") }
    }

    func run() async throws {
        let configuration = try config.read()
        let store = try configuration.storeToRead()
        let script = try await configuration.liveScript(in: store)
        let order = try CampaignReader(script: script, configuration: configuration).order(
            to: to, texts: text, opens: opens, life: Duration(settingText: until) ?? .zero)
        if let test {
            return try await Operation.testCampaign(order, phone: try configuration.number(test)).run(config)
        }
        let settings = configuration.scriptSettings
        let forecast = try await CampaignForecaster(
            store: store, scripts: ScriptShelf { files in try settings.compile(files) }, settings: configuration.deliverySettings,
            now: configuration.clock()
        ).forecast(order)
        Spoken.here.lines(of: forecast).forEach { Terminal.result($0) }
        if try await store.isSendingPaused() { Terminal.complain(Spoken.here.sendingIsPaused) }
        if dryRun { return }
        guard forecast.total.messages > 0 else { throw ExitCode(1) }
        guard yes else {
            Terminal.say(Bilingual(fr: "rien n'est parti ; ajoutez --yes pour envoyer", en: "nothing was sent; add --yes to send"))
            throw ExitCode(1)
        }
        let report = try await ControlClient(configuration: configuration).run(.beginCampaign(order))
        for line in report.lines { Terminal.complain(line) }
        guard report.isDone else { throw ExitCode(1) }
        if let campaign = report.campaign { try await CampaignWatch(store: store, short: campaign).run() }
    }
}

extension Configuration {
    func liveScript(in store: Store) async throws -> Script {
        guard let live = try await store.liveVersion() else {
            throw CannotRun(
                fr: "aucune version des dialogues n'est en ligne ; lancez passerelle publish",
                en: "no version of the dialogs is live; run passerelle publish")
        }
        return try scriptSettings.compile(try await store.files(of: live))
    }
}
