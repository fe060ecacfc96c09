package import Dialogs
package import Foundation
package import Gateways
import Logging
package import Store
package import Texting

/// Takes a turn: an inbound message to its reply, through the store.
package final class TurnTaker: Sendable {
    /// What holds for the whole service.
    package struct Settings: Sendable {
        package var country: Country
        package var timeZone: TimeZone
        /// The program's own words where no script is live.
        package var words: ProgramWords
        package var language: Language
        /// How long after it was left a conversation is offered again.
        package var resumeWithin: Duration
        package var limits: TurnLimits
        /// After a silence as long a number may be somebody else's, and its holder is asked.
        package var doubtAfter: Duration
        /// A person's network by number and by what the gateway says.
        package var network: @Sendable (PhoneNumber, String?) -> String?
        /// What a message to a number leaves by first; nil where nothing is sent.
        package var leavesBy: @Sendable (PhoneNumber, String?) -> Channel?
        /// Called when somebody wants nothing begun any more, and is durable; they are answered once it returns.
        package var letGo: @Sendable (Identifier<Kept.Contact>) async -> Void

        /// DIALOGS §4: 90 days.
        package static let usualDoubt = Duration.seconds(90 * 86_400)

        package init(
            country: Country, timeZone: TimeZone, words: ProgramWords, language: Language,
            resumeWithin: Duration = Surroundings.usualResume, limits: TurnLimits = .standard,
            doubtAfter: Duration = Settings.usualDoubt,
            network: @escaping @Sendable (PhoneNumber, String?) -> String? = { _, told in told },
            leavesBy: @escaping @Sendable (PhoneNumber, String?) -> Channel? = { _, _ in nil },
            letGo: @escaping @Sendable (Identifier<Kept.Contact>) async -> Void = { _ in }
        ) {
            self.country = country
            self.timeZone = timeZone
            self.words = words
            self.language = language
            self.resumeWithin = resumeWithin
            self.limits = limits
            self.doubtAfter = doubtAfter
            self.network = network
            self.leavesBy = leavesBy
            self.letGo = letGo
        }
    }

    package typealias Step = @Sendable (Session?, Input, Script, Surroundings, inout Chance) -> Turn

    let store: Store
    let scripts: ScriptShelf
    let settings: Settings
    let chance: Chance
    let step: Step
    let metrics = TurnMetrics()
    private let logger = Logger(label: "passerelle.conversations")

    /// - Parameter chance: what references are drawn from.
    package init(
        store: Store, scripts: ScriptShelf, settings: Settings, chance: Chance,
        step: @escaping Step = { Dialogs.step($0, $1, in: $2, $3, chance: &$4) }
    ) {
        self.store = store
        self.scripts = scripts
        self.settings = settings
        self.chance = chance
        self.step = step
    }

    /// Returns when the turn is durable, or will never be.
    ///
    /// - Parameter arrived: when the message came in; the turn's own time.
    package func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        await outcome(on: channel, arrived: arrived) { desk in
            try TurnInHand(taker: self, desk: desk, channel: channel, number: inbound.sender, now: arrived).take(inbound)
        }
    }

    /// A gateway's word that a session is over, however late it comes.
    package func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        await outcome(on: channel, arrived: arrived) { desk in
            let isLost = try SessionEnding(taker: self, desk: desk, channel: channel, now: arrived).record(end)
            return Taken(.none, isLost ? .dropped : nil)
        }
    }

    private func outcome(
        on channel: ChannelSettings, arrived: Date, _ work: @escaping @Sendable (TurnDesk) throws -> Taken
    ) async -> Outcome {
        let begun = ContinuousClock.now
        let outcome: Outcome
        switch await store.turn(arrived: arrived, work) {
        case .done(let taken):
            outcome = taken.outcome
            if let notice = taken.notice { await heed(notice, on: channel) }
        case .refused: outcome = .refused(words: words(.busy, on: channel.facts))
        case .withdrawn: outcome = .withdrawn(words: words(.busy, on: channel.facts))
        case .failed(is FullDisk.NoRoom): outcome = .refused(words: words(.busy, on: channel.facts))
        case .failed(is NoScript): outcome = .noScript(words: words(.closed, on: channel.facts))
        case .failed(let error):
            // The kind alone: what an error carries may be what a person wrote.
            logger.error("turn failed", metadata: ["channel": "\(channel.name)", "error": "\(type(of: error))"])
            outcome = .failed(words: words(.busy, on: channel.facts))
        }
        metrics.count(outcome, took: ContinuousClock.now - begun)
        return outcome
    }

    /// Whose it is stands in `export contacts`; a log names nobody.
    private func heed(_ notice: Taken.Notice, on channel: ChannelSettings) async {
        metrics.count(notice)
        switch notice {
        case .cutOff:
            logger.warning("a contact went over its turns and is cut off for an hour", metadata: ["channel": "\(channel.name)"])
        case .left(let contact): await settings.letGo(contact)
        case .dropped: break
        }
    }

    /// What a message begun in a turn leaves by; a trial's stays on its own channel.
    func begunBy(_ number: PhoneNumber, on channel: ChannelSettings, network: String?) -> @Sendable () -> Channel? {
        guard channel.realm == .people else { return { nil } }
        let leavesBy = settings.leavesBy
        return { leavesBy(number, network) }
    }

    /// Words of the program's own, fitted to the channel; in the source language where nobody's is known.
    package func words(
        _ id: ProgramWords.ID, on channel: Channel, in language: Language? = nil, _ script: Script? = nil
    ) -> String {
        let words = script?.words.texts[id] ?? settings.words.texts[id]
        let template = words?.template(language ?? script?.source ?? settings.language, channel.kind)
        return fitted(template?.filled { $0 == "code" ? channel.code : nil } ?? "", to: channel.budget.letters)
    }
}

/// No version is live, or none that can be read.
struct NoScript: Error {}
