import Dialogs
package import Foundation
package import Store
package import Texting

/// What a message says, decided when it leaves: by then its sign-up may have changed, and the dialogs too.
package struct BegunWording {
    package enum Worded {
        /// Fitted to the channel's letters; an answer to it goes on at `opens`, a `file/screen`.
        case text(String, opens: String?)
        case nothing(EndReason)
        /// The dialogs can't be read just now.
        case notNow
    }

    private let scripts: ScriptShelf
    private let country: Country
    private let timeZone: TimeZone
    let desk: TurnDesk
    let now: Date

    package init(scripts: ScriptShelf, country: Country, timeZone: TimeZone, desk: TurnDesk, now: Date) {
        self.scripts = scripts
        self.country = country
        self.timeZone = timeZone
        self.desk = desk
        self.now = now
    }

    package func word(_ message: DueMessage, for settings: ChannelSettings) throws -> Worded {
        let channel = settings.textingFacts
        if let text = message.text { return .text(fitted(text, to: channel.budget.letters), opens: nil) }
        guard let script = try liveScript() else { return .notNow }
        let surroundings = try surroundings(of: message, on: channel)
        switch message.rank {
        case .reminder: return reminder(message, script, surroundings)
        case .campaign: return campaign(message, script, surroundings)
        case .answer, .confirmation, .followUp: return .nothing(.gone)
        }
    }

    private func reminder(_ message: DueMessage, _ script: Script, _ surroundings: Surroundings) -> Worded {
        guard let signUp = message.signUp else { return .nothing(.cancelled) }
        guard let reminder = script.reminder(named: message.cause) else { return .nothing(.gone) }
        if reminder.unlessClosed, signUp.status == .closed { return .nothing(.closed) }
        guard let words = script.words(ofReminder: message.cause, about: signUp, in: message.language, surroundings) else {
            return .nothing(.gone)
        }
        return .text(words.text, opens: words.opens?.description)
    }

    private func campaign(_ message: DueMessage, _ script: Script, _ surroundings: Surroundings) -> Worded {
        guard let campaign = message.campaign else { return .nothing(.cancelled) }
        let language = message.language ?? surroundings.contact.language ?? script.source
        let words = Self.words(of: campaign, in: language, about: message.signUp, script, surroundings)
        return words.map { .text($0.text, opens: $0.opens?.description) } ?? .nothing(.gone)
    }

    static func words(
        of campaign: Campaign, in language: Language, about signUp: KnownSignUp?, _ script: Script, _ surroundings: Surroundings
    ) -> BegunWords? {
        let opened = campaign.opens.flatMap { script.words(opening: $0, about: signUp, in: language, surroundings) }
        if campaign.opens != nil, opened == nil { return nil }
        if let text = campaign.texts[language] ?? campaign.texts[script.source]
            ?? campaign.texts.min(by: { $0.key.rawValue < $1.key.rawValue })?.value
        {
            return BegunWords(text: script.words(of: text, about: signUp, in: language, surroundings), opens: opened?.opens)
        }
        return opened
    }

    func liveScript() throws -> Script? {
        guard let live = try desk.liveVersion() else { return nil }
        return try? scripts.script(of: live) { try desk.files(of: live) }
    }

    private func surroundings(of message: DueMessage, on channel: Channel) throws -> Surroundings {
        surroundings(of: try desk.facts(of: message.contact), on: channel, network: message.network)
    }

    func surroundings(of contact: Contact, on channel: Channel, network: String?) -> Surroundings {
        var facts = channel
        facts.network = network
        return Surroundings(channel: facts, contact: contact, country: country, timeZone: timeZone, now: now, isNewVersion: false)
    }
}
