import Foundation

/// A message: what it means is decided in the order in which people mean things.
extension Walker {
    mutating func text(_ text: String) {
        let typed = TypedText(text)
        let command = situation.command(typed)
        // Whatever was asked last, these are heard first.
        let isStop = command?.id == .stop
        let before = self
        let isAsked = !isStop && openAsked()
        if isAsked { effects.append(.opened) }
        let isPrivate = situation.screen?.question?.isPrivate ?? false
        if let command, isStop {
            obey(command)
        } else {
            understand(typed, command, instead: isAsked ? before : nil)
        }
        words = isPrivate && understood != .command && understood != .keyword ? nil : words ?? kept(typed)
    }

    /// - Parameter before: set where a message of ours opened what waits; a word of its own goes from there as if it had not.
    private mutating func understand(_ typed: TypedText, _ command: CommandMeant?, instead before: Walker?) {
        let isOpen = before != nil || situation.isOpenBySMS
        let isAnswerable = before != nil || session.mode == .resumeOffer || canTakeAnswer
        // Nobody consents to words that the message need not have shown.
        let isConsent = before != nil && situation.asksConsent
        // A number is judged by the options as they were shown; those of a message are not known any more.
        let isOutdated =
            before != nil && opening?.isBehind == true && !session.shown.isEmpty && typed.digits.first?.isNumber == true
        if isOpen, isAnswerable, !isConsent, !isOutdated, answersExactly(typed) {
            session.touched = now
            return
        }
        let keyword = situation.keyword(typed)
        if let before, command != nil || keyword != nil { self = before }
        if let command { return obey(command) }
        if let keyword { return open(keyword) }
        if isConsent || isOutdated { return showAsked() }
        guard isOpen else { return begin(typed) }
        session.touched = now
        if isAnswerable { answerNearly(typed) } else { showAgain(typed) }
    }

    /// Nothing is open that it could answer: what was dropped is offered, else the start is shown.
    private mutating func begin(_ typed: TypedText) {
        let isResumable = isWorthResuming
        leaveOpen()
        if isResumable {
            resume()
            understood = .dial
        } else {
            session.history = []
            goHome()
            understood = typed.isEmpty ? .dial : .unexpected
        }
    }

    /// Turns away from what waits; what was answered stays where the conversation goes on.
    mutating func leaveOpen() {
        if !situation.isOpenBySMS, !isWorthResuming { forgetAll() }
        session.touched = now
        session.isWayOut = false
        session.misses = 0
        leaving = nil
    }
}

extension Situation {
    /// Whether a message answers what waits: it was shown by SMS, and not too long ago.
    var isOpenBySMS: Bool {
        session.place != nil && session.shownBy == .sms && surroundings.now.timeIntervalSince(session.touched) < Self.openBySMS
    }

    /// In seconds.
    static let openBySMS: TimeInterval = 48 * 3600
}
