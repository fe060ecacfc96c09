import Foundation

/// What a conversation is at this moment, and what can be said of it without changing it.
struct Situation {
    let script: Script
    var surroundings: Surroundings
    var session: Session
    /// As this turn has left it so far.
    var contact: Contact
    var privacy = Privacy.shown

    /// What stands for a private answer.
    enum Privacy {
        case shown
        /// A mask, as in recordings.
        case masked
        /// What stands where there is no answer, as in what we begin.
        case absent
    }

    var masked: Situation {
        var copy = self
        copy.privacy = .masked
        return copy
    }

    func speaking(_ language: Language) -> Situation {
        var copy = self
        copy.session.language = language
        return copy
    }

    var language: Language { session.language }
    var channel: Channel { _read { yield surroundings.channel } }
    var today: CalendarDay { CalendarDay(surroundings.now, in: surroundings.timeZone) }

    /// The screen that waits.
    var screen: Screen? { session.place.flatMap { script.screen(at: $0.screen) } }

    /// The question that waits, unless something else is shown in its place.
    var openQuestion: Question? { question(openOn: screen) }

    func question(openOn screen: Screen?) -> Question? {
        guard !session.isWayOut, session.mode != .resumeOffer, session.mode != .sameNumber else { return nil }
        return screen?.question
    }

    /// Whether a frame of an earlier turn still stands in this script.
    func stands(_ frame: Frame) -> Bool {
        guard script.screen(at: frame.screen)?.waits == true else { return false }
        if frame.calls.isEmpty { return true }
        return frame.calls.allSatisfy { script.screen(at: $0)?.canCall == true }
    }

    /// Whether references are locked after too many misses.
    var isLocked: Bool { contact.referencesLockedUntil.map { $0 > surroundings.now } ?? false }
}

extension Screen {
    /// A review calls the question that it corrects where that one is not on the way.
    var canCall: Bool {
        switch kind {
        case .call, .review: true
        case .menu, .page, .question, .route, .end: false
        }
    }
}
