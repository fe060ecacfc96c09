import Foundation

/// Walks a conversation through one turn, and notes what is said and what follows.
struct Walker {
    /// What the phone is told.
    struct Said: Equatable {
        var text: String
        /// The same as a recording may keep it.
        var masked: String
        var ends: Bool
    }

    /// Lends the caller's generator, of whatever kind: to copy a walker that holds one of no known kind costs a lot.
    struct Chance: RandomNumberGenerator {
        var draw: () -> UInt64 = { 0 }

        func next() -> UInt64 { draw() }
    }

    var situation: Situation
    var chance = Chance()
    /// Whether no conversation was there before this turn, or it was somebody else's.
    var isNew = false
    /// What a message of ours asked, and nobody has answered.
    var opening: Opening? { situation.surroundings.opening }
    /// The screen that it opened, where this turn's message was understood as an answer to it.
    var askedAt: ScreenAddress?
    var effects: [Effect] = []
    var said: Said?
    var understood = Record.Understood.miss
    /// What was typed, as a recording may keep it.
    var words: String?

    /// The screen that this turn leaves forward, to come back to; nil where there is no way back.
    var leaving: Frame?
    var pace = Frame.Pace.stepping
    /// Set while the walk began at the start of all.
    var isGoingHome = false
    /// The references made in this turn, by sign-up.
    var madeNow: Few<Reference> = [:]
    /// The answers that this turn's message brought: the dialog that it opens may begin with forgetting, but not them.
    var broughtNow: Few<GivenAnswer> = [:]
    /// Routes and calls taken in this turn.
    var hops = 0
    /// Waiting screens passed in this turn.
    var passed: Set<Frame> = []
    /// The screen that ended the conversation in this turn.
    var endedAt: ScreenAddress?
    /// Set where the script led nowhere.
    var isLost = false
    /// What stands above the next screen's words.
    var heading = ""

    // By way of the members' own init: one written out would copy all of it once more.
    static func begin(_ session: Session?, in script: Script, _ surroundings: Surroundings) -> Walker {
        let contact = surroundings.contact
        if let session {
            return Walker(
                situation: Situation(script: script, surroundings: surroundings, session: session, contact: contact))
        }
        let begun = Session(
            language: script.known(contact.language) ?? script.source, answers: [:], touched: surroundings.now)
        return Walker(
            situation: Situation(script: script, surroundings: surroundings, session: begun, contact: contact), isNew: true)
    }

    // Lent, since to copy them would cost more than most of what is done with them.
    var script: Script {
        @inline(__always) _read { yield situation.script }
    }
    var session: Session {
        @inline(__always) _read { yield situation.session }
        @inline(__always) _modify { yield &situation.session }
    }
    var now: Date { situation.surroundings.now }

    /// Begins anew: nothing of the conversation is left but its language.
    mutating func forgetAll() {
        let language = script.known(situation.contact.language) ?? script.known(session.language) ?? script.source
        session = Session(language: language, answers: [:], touched: now)
    }
}

extension Script {
    func known(_ language: Language?) -> Language? {
        language.flatMap { languages.contains($0) ? $0 : nil }
    }
}
