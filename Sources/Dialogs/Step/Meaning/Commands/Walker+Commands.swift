import Foundation

/// STOP, START, HELP, MENU and VERIFY.
extension Walker {
    /// All but the way to the start are answered in words alone, and what waits stays open as it was.
    mutating func obey(_ command: CommandMeant) {
        switch command.id {
        case .stop:
            situation.contact.hasOptedOut = true
            effects.append(.optOut)
            reply(.stopped, to: command)
        case .start:
            situation.contact.hasOptedOut = false
            effects.append(.optIn)
            reply(.started, to: command)
        case .help: reply(.help, to: command)
        case .verify: reply(wasSentLately ? .verified : .notOurs, to: command)
        case .menu: goToMenu(command)
        }
        understood = .command
    }

    private mutating func reply(_ id: ProgramWords.ID, to command: CommandMeant) {
        let text = situation.speaking(command.language).text(id)
        say(text, masked: text)
        // Without a conversation there is none afterwards, either.
        said?.ends = isNew
        if situation.surroundings.isNewVersion { session.isBehind = true }
    }

    private var wasSentLately: Bool {
        situation.surroundings.lastSent.map { now.timeIntervalSince($0) < Situation.openBySMS } ?? false
    }

    /// As the key does where something is open.
    private mutating func goToMenu(_ command: CommandMeant) {
        let isOpen = situation.isOpenBySMS && session.mode != .resumeOffer && canTakeAnswer
        let place = session.place
        leaveOpen()
        if isOpen { leaving = place } else { session.history = [] }
        session.language = command.language
        goHome()
    }
}
