import Foundation

/// Signing up, and taking a sign-up's answers up again.
extension Walker {
    /// Never without the consent that the person gave to words that were shown.
    mutating func signUp(_ id: String, at frame: Frame) {
        guard let signUp = script.signUp(id, for: frame.screen.dialog), let consent = consent(to: signUp) else { return close() }
        let known = situation.contact.signUps.filter { $0.signUp == id }.max { $0.created < $1.created }?.reference
        let reference: Reference
        let updates: Bool
        switch (situation.session.loaded[id], signUp.again, known) {
        case (let loaded?, _, _): (reference, updates) = (loaded, true)
        case (nil, .update, let known?): (reference, updates) = (known, true)
        case (nil, .refuse, _?): return close()
        case (nil, _, _): (reference, updates) = (freshReference(), false)
        }
        dropAnswersOffThePath(of: signUp, to: frame)
        var answers: [String: StoredAnswer] = [:]
        answers.reserveCapacity(signUp.fields.count)
        for field in signUp.fields {
            guard let given = situation.session.answers[field.id], given.answer != .skipped else { continue }
            answers[field.id] = StoredAnswer(answer: given.answer, isPrivate: given.isPrivate)
        }
        effects.append(
            .signUp(
                SignUpDraft(
                    signUp: id, reference: reference, updates: updates, answers: answers, consentWords: consent.words,
                    consentGiven: consent.at, language: session.language, keep: signUp.keep)))
        remember(reference, of: id)
        madeNow[id] = reference
        session.loaded[id] = nil
        note(reference, of: id, answers: answers.mapValues(\.answer), KeptConsent(words: consent.words, given: consent.at))
    }

    private func consent(to signUp: SignUp) -> (words: String, at: Date)? {
        guard let (field, choice) = signUp.consent, let given = situation.session.answers[field], given.answer == .choice(choice),
            let words = given.words
        else { return nil }
        return (words, given.at)
    }

    private mutating func dropAnswersOffThePath(of signUp: SignUp, to frame: Frame) {
        let path = situation.path(to: frame)
        for field in signUp.fields where situation.session.answers.contains(field.id) {
            if situation.keeps(field.id, on: path, to: frame) { continue }
            session.answers[field.id] = nil
            session.origins[field.id] = nil
        }
    }

    private mutating func freshReference() -> Reference {
        while true {
            let reference = Reference(using: &chance)
            if !situation.contact.signUps.contains(where: { $0.reference == reference }) { return reference }
        }
    }

    mutating func remember(_ reference: Reference, of signUp: String) {
        session.reference = reference
        session.references[signUp] = reference
    }

    /// Somebody gave it.
    mutating func prove(_ reference: Reference, of signUp: String) {
        remember(reference, of: signUp)
        if session.told?.reference == reference { session.told = nil }
        effects.append(.referenceGiven)
    }

    /// The rest of this turn sees it as stored.
    private mutating func note(_ reference: Reference, of id: String, answers: [String: Answer], _ consent: KeptConsent) {
        if let index = situation.contact.signUps.firstIndex(where: { $0.reference == reference }) {
            situation.contact.signUps[index].answers = answers
            situation.contact.signUps[index].consent = consent
        } else {
            situation.contact.signUps.append(
                KnownSignUp(signUp: id, reference: reference, status: .open, created: now, answers: answers, consent: consent))
        }
    }

    /// The answers of the sign-up whose reference was given, and its consent; from here on what is known is passed.
    mutating func load(_ id: String, for dialog: String) {
        guard let reference = session.references[id],
            let known = situation.contact.signUps.first(where: { $0.signUp == id && $0.reference == reference })
        else { return }
        for (field, answer) in known.answers {
            let isPrivate = script.question(saving: field)?.isPrivate ?? false
            session.answers[field] = GivenAnswer(answer: answer, words: nil, at: now, isPrivate: isPrivate)
            session.origins[field] = nil
        }
        if let consent = known.consent, let (field, choice) = script.signUp(id, for: dialog)?.consent {
            session.answers[field] = GivenAnswer(answer: .choice(choice), words: consent.words, at: consent.given, isPrivate: false)
            session.origins[field] = nil
        }
        session.loaded[id] = reference
        effects.append(.loaded(reference))
        pace = .passing
    }
}
