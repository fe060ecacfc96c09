/// Words that nobody has asked for: they lie in a phone for whoever picks it up.
extension Situation {
    /// Somebody of whom nothing is known but the sign-up that the words are about.
    init(beginningIn script: Script, about signUp: KnownSignUp?, in language: Language?, _ surroundings: Surroundings) {
        var surroundings = surroundings
        surroundings.channel.kind = .sms
        let spoken = script.known(language) ?? script.known(surroundings.contact.language) ?? script.source
        self.init(
            script: script, surroundings: surroundings, session: Session(language: spoken, answers: [:], touched: surroundings.now),
            contact: surroundings.contact)
        privacy = .absent
        guard let signUp else { return }
        if !contact.signUps.contains(where: { $0.reference == signUp.reference }) { contact.signUps.append(signUp) }
        session.reference = signUp.reference
        session.references[signUp.signUp] = signUp.reference
        for (field, answer) in signUp.answers {
            session.answers[field] = GivenAnswer(
                answer: answer, words: nil, at: surroundings.now, isPrivate: script.mayBePrivate(field))
        }
    }

    /// Stands where a walk from there comes to rest, without doing what the screens on the way do; whether it comes to rest at all.
    mutating func opens(_ address: ScreenAddress) -> Bool {
        guard let frame = waitingFrame(from: .at(Frame(screen: address))) else { return false }
        session.place = frame
        session.shown = options()
        return true
    }

    private func waitingFrame(from first: Script.Arrival) -> Frame? {
        var arrival = first
        for _ in 0..<Script.mostHops {
            guard case .at(let frame) = arrival, let screen = script.screen(at: frame.screen) else { return nil }
            switch screen.kind {
            case .menu, .page, .question, .review: return frame
            case .route(let route): arrival = script.arrival(of: next(of: route), from: frame)
            case .call(let target, _): arrival = script.calling(target, from: frame)
            case .end: return nil
            }
        }
        return nil
    }
}

extension Script {
    /// Where nothing asks for a field any more, nobody knows.
    fileprivate func mayBePrivate(_ field: String) -> Bool {
        let questions = facts.questions[field] ?? []
        return questions.isEmpty || questions.contains { $0.question.isPrivate }
    }
}
