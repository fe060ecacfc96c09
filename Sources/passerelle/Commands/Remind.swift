import ArgumentParser
import Conversations
import Delivery
import Dialogs
import Foundation
import Store

/// `passerelle remind --dry-run`: the reminders that are due, and what they will cost. They leave by themselves.
struct Remind: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows which reminders are due, in how many parts and at what cost, and why some will not leave.",
        discussion: """
            Nothing is sent or changed: the service sends reminders by itself.
            Example: passerelle remind --dry-run --within "24 h"
            """)

    @Flag(help: "Shows only; there is no other way to run it.")
    var dryRun = false

    @Option(help: "Also what is due within that time: 24 h, 7 days.")
    var within: String?

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        guard dryRun else { throw ValidationError("Reminders leave by themselves; `passerelle remind --dry-run` shows which are due.") }
        if let within, Duration(settingText: within) == nil {
            throw ValidationError("“\(within)” is no time; write 24 h or 7 days.")
        }
    }

    func run() async throws {
        let configuration = try config.read()
        let store = try configuration.storeToRead()
        let now = configuration.clock()
        let ahead = within.flatMap { Duration(settingText: $0) } ?? .zero
        let settings = configuration.scriptSettings
        let forecast = try await ReminderForecast(
            dueBy: now.addingTimeInterval(TimeInterval(ahead.components.seconds)), at: now, in: store,
            scripts: ScriptShelf { files in try settings.compile(files) }, configuration.deliverySettings)
        forecast.lines(in: .here).forEach { Terminal.result($0) }
        if try await store.isSendingPaused() { Terminal.complain(Spoken.here.sendingIsPaused) }
    }
}

extension ReminderForecast {
    fileprivate func lines(in language: Spoken) -> [String] {
        guard !groups.isEmpty else { return [language.say(fr: "aucun rappel n'est dû", en: "no reminder is due")] }
        let named = groups.map { group, estimate in
            (what: "\(group.cause) \(group.language ?? "-")", group.fate, estimate)
        }.sorted { $0.what < $1.what }
        var total = Estimate()
        var leaving: [String] = []
        var staying: [String] = []
        for (what, fate, estimate) in named {
            switch fate {
            case .leaves(let channel):
                leaving.append("\(what) → \(channel): \(language.words(for: estimate))")
                total.add(estimate)
            case .stays(let reason):
                staying.append(
                    language.say(
                        fr: "\(what) : \(estimate.messages) ne partiront pas (\(language.words(for: reason)))",
                        en: "\(what): \(estimate.messages) will not leave (\(language.words(for: reason)))"))
            }
        }
        let sum = language.say(fr: "en tout : ", en: "in all: ") + language.words(for: total)
        return leaving.sorted() + staying.sorted() + [sum]
    }
}
