import Foundation

/// A new session on the phone.
extension Walker {
    mutating func dial(_ path: [String]) {
        if path.isEmpty, openAsked() {
            session.isAsked = true
            askedAt = nil
            understood = .dial
            return
        }
        let isResumable = isWorthResuming
        if !isResumable { forgetAll() }
        session.touched = now
        session.isWayOut = false
        session.misses = 0
        if path.isEmpty, isResumable {
            resume()
        } else {
            // Where a dial starts over, nothing may stay for whoever dials a way past the offer.
            if resumeRule == .startOver { forgetAll() }
            session.history = []
            goHome()
            follow(path)
        }
        understood = .dial
    }

    /// An answer of the person's own stands, a question or a review is open, and it is not too long ago.
    var isWorthResuming: Bool {
        guard let place = session.place, script.dialogs[place.dialog] != nil, !session.origins.isEmpty else { return false }
        let isOpen =
            switch script.screen(at: place.screen)?.kind {
            case .question, .review: true
            // The screen may be gone in a newer version, what was answered is not.
            case nil: situation.surroundings.isNewVersion
            case .menu, .page, .route, .call, .end: false
            }
        return isOpen && now.timeIntervalSince(session.touched) < TimeInterval(situation.surroundings.resumeWithin.components.seconds)
    }

    mutating func resume() {
        switch resumeRule {
        case .offer:
            session.mode = .resumeOffer
            present()
        case .goOn: goOn()
        case .startOver: startOver()
        case nil: goHome()
        }
    }

    var resumeRule: Resume? { session.place.flatMap { script.dialogs[$0.dialog]?.resume } }

    /// Shows again what was open.
    mutating func goOn() {
        if session.mode != .knownOffer { session.mode = .screen }
        if situation.isAtHome { present() } else { relocate() }
    }

    /// The same dialog from its start, with nothing answered.
    mutating func startOver() {
        let start = session.place.flatMap { script.startFrame(of: $0.dialog) }
        let told = session.told
        forgetAll()
        guard let start else { return goHome() }
        // It is still about that sign-up.
        if let known = situation.contact.signUps.first(where: { $0.reference == told?.reference }) { takeUp(known, for: start.dialog) }
        pace = .stepping
        leaving = nil
        walk(.at(start))
    }

    /// What was dialled behind the code, as far as it is understood and without a word where it is not.
    private mutating func follow(_ path: [String]) {
        var followed: [String] = []
        for piece in path where said?.ends != true {
            let before = self
            words = nil
            answer(piece)
            guard understood != .miss, said != nil else {
                let missed = effects.dropFirst(before.effects.count).filter { $0 == .referenceMissed }
                self = before
                // Guessing a reference this way counts too.
                effects += missed
                break
            }
            if let words { followed.append(words) }
        }
        words = followed.isEmpty ? nil : followed.joined(separator: "*")
    }
}
