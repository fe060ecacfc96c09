import Foundation

/// A message: what it means is decided in the order in which people mean things.
extension Walker {
    mutating func text(_ text: String, after old: Session?) {
        let typed = TypedText(text)
        let isPrivate = situation.screen?.question?.isPrivate ?? false
        understand(typed, after: old)
        words = isPrivate && understood != .command && understood != .keyword ? nil : words ?? kept(typed)
    }

    private mutating func understand(_ typed: TypedText, after old: Session?) {
        let command = situation.command(typed)
        if let command, command.id == .stop { return obey(command, after: old) }
        let isOpen = situation.isOpenBySMS
        let isAnswerable = session.mode == .resumeOffer || canTakeAnswer
        if isOpen, isAnswerable, answersExactly(typed) {
            session.touched = now
            return
        }
        if let command { return obey(command, after: old) }
        if let keyword = situation.keyword(typed) { return open(keyword) }
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
