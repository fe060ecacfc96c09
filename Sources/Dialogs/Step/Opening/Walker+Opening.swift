import Foundation

/// What a message of ours has asked.
extension Walker {
    /// Stands where it was asked, where nothing was asked since that waits still; else nothing has changed.
    mutating func openAsked() -> Bool {
        guard let opening, now.timeIntervalSince(opening.since) < Opening.longest,
            opening.since > session.touched || !isStanding,
            let address = script.address(opening: opening.target)
        else { return false }
        // As the message showed it, or would have: its numbers count.
        var asked = Situation(beginningIn: script, about: opening.signUp, in: session.language, situation.surroundings)
        guard asked.opens(address), let frame = asked.session.place else { return false }
        let before = self
        leaveForOpening()
        if let signUp = opening.signUp { takeUp(signUp, for: address.dialog) }
        // A question that was answered once is asked all the same.
        passed = [frame]
        pace = .stepping
        walk(.at(Frame(screen: address)))
        guard said?.ends == false else {
            self = before
            return false
        }
        // Nor is shown what was answered: a number is no proof of a person.
        session.mode = .screen
        present()
        if situation.channel.kind == .sms, session.place?.standing == frame.standing { session.shown = asked.session.shown }
        askedAt = session.place?.screen
        return true
    }

    /// Before it can be answered.
    mutating func showAsked() {
        understood = .resume
        tell()
    }

    /// Whether something else waits that was shown to this person.
    private var isStanding: Bool { isWorthResuming || situation.channel.kind == .sms && situation.isOpenBySMS }

    private mutating func leaveForOpening() {
        let isOpen = situation.channel.kind == .sms && situation.isOpenBySMS
        // Where a dial starts over, nothing may stay for whoever comes back another way.
        if !isStanding || !isOpen && resumeRule == .startOver { forgetAll() }
        forgetTold()
        session.touched = now
        session.isWayOut = false
        session.misses = 0
        session.history = []
        // It is entered anew, with what it does at its start.
        session.done = []
        leaving = nil
    }

    /// The answers of the sign-up that the message was about, as `load` has them.
    ///
    /// No reference is asked for: the message went to this number about this sign-up, and who answers it answers for that. So it may
    /// be updated and closed from there, but not erased, and what is known by the number alone goes where the dialog is left.
    mutating func takeUp(_ known: KnownSignUp, for dialog: String) {
        let isProven = session.references[known.signUp] == known.reference
        remember(known.reference, of: known.signUp)
        // The conversation is about it already, and what it knows is newer than what is stored.
        guard session.loaded[known.signUp] != known.reference else { return }
        for field in script.fields(of: known, for: dialog) {
            session.answers[field] = nil
            session.origins[field] = nil
        }
        load(known.signUp, for: dialog)
        if !isProven {
            session.told = Session.Told(signUp: known.signUp, reference: known.reference, hidden: Set(known.answers.keys))
        }
    }

    /// Whoever goes on elsewhere has given no reference.
    mutating func forgetTold() {
        guard let told = session.told else { return }
        let dialog = session.place?.dialog ?? script.start
        session.told = nil
        session.history = []
        leaving = nil
        let known = situation.contact.signUps.first { $0.reference == told.reference }
        for field in known.map({ script.fields(of: $0, for: dialog) }) ?? [] where session.origins[field] == nil {
            session.answers[field] = nil
        }
        if session.reference == told.reference { session.reference = nil }
        if session.references[told.signUp] == told.reference { session.references[told.signUp] = nil }
        if session.loaded[told.signUp] == told.reference { session.loaded[told.signUp] = nil }
    }
}

extension Script {
    /// Those of its kind and those that it has, its consent among them.
    fileprivate func fields(of known: KnownSignUp, for dialog: String) -> Set<String> {
        let kind = signUp(known.signUp, for: dialog)
        return Set(known.answers.keys).union(kind?.fields.map(\.id) ?? []).union(kind?.consentField.map { [$0] } ?? [])
    }
}
