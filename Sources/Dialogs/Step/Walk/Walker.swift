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

    var situation: Situation
    /// Not the walker's own kind: it would be compiled for none of them, and be slow for all.
    var chance: any RandomNumberGenerator
    /// What a message of ours asked, and nobody has answered.
    var opening: Opening?
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
    var madeNow: [String: Reference] = [:]
    /// The answers that this turn's message brought: the dialog that it opens may begin with forgetting, but not them.
    var broughtNow: [String: GivenAnswer] = [:]
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

    init(_ session: Session?, in script: Script, _ surroundings: Surroundings, chance: any RandomNumberGenerator) {
        situation = Situation(
            script: script, surroundings: surroundings,
            session: session
                ?? Session(
                    language: script.known(surroundings.contact.language) ?? script.source, answers: [:], touched: surroundings.now))
        self.chance = chance
        opening = surroundings.opening
    }

    // Lent, since to copy them would cost more than most of what is done with them.
    var script: Script { _read { yield situation.script } }
    var session: Session {
        _read { yield situation.session }
        _modify { yield &situation.session }
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
