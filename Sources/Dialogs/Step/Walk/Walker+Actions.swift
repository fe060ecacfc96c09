import Foundation

/// What screens and options do, in the order in which they say it.
extension Walker {
    mutating func perform(_ actions: [Action], at frame: Frame) {
        for action in actions where said?.ends != true {
            if action.isFinal { cutWayBack() }
            perform(action.kind, at: frame)
        }
    }

    private mutating func perform(_ action: Action.Kind, at frame: Frame) {
        let dialog = frame.screen.dialog
        switch action {
        case .signUp(let id): signUp(id, at: frame)
        case .load(let id): load(id, for: dialog)
        case .close(let id): close(id)
        case .send(let id): send(id, from: dialog)
        case .remind(let id): remind(id, from: dialog)
        case .cancel(let id):
            // Without its reference it may be another's: several register from one phone.
            guard let (file, reminder) = script.reminderWithFile(id, for: dialog), let reference = session.references[reminder.signUp]
            else { return }
            effects.append(.cancel(reminder: "\(file)/\(id)", reference))
        case .callback(let field): callBack(at: field)
        case .set(let values):
            for (field, id) in values.sorted(by: { $0.key < $1.key }) { set(field, to: id) }
        case .language(let field): speak(languageOf: field)
        case .forget:
            forgetAnswers()
            effects.append(.forget)
        case .newContact:
            situation.contact.signUps = []
            session.reference = nil
            session.references = [:]
            session.loaded = [:]
            session.told = nil
            effects.append(.newContact)
        case .optOut:
            situation.contact.hasOptedOut = true
            effects.append(.optOut)
        case .optIn:
            situation.contact.hasOptedOut = false
            effects.append(.optIn)
        case .erase: erase()
        }
    }

    /// Going back is not offered over what can't be undone.
    private mutating func cutWayBack() {
        session.history = []
        leaving = nil
    }

    private mutating func forgetAnswers() {
        session.answers = broughtNow
        let brought = broughtNow
        for field in session.origins.names where !brought.contains(field) { session.origins[field] = nil }
        session.loaded = [:]
        session.told = nil
        session.brought = session.brought?.filter { brought.contains($0) }
        // A reference that was given is an answer too; one made just now may still be said.
        session.references = madeNow
        if let reference = session.reference, !madeNow.values.contains(reference) { session.reference = nil }
    }

    private mutating func close(_ id: String) {
        guard let reference = session.references[id] else { return }
        for index in situation.contact.signUps.indices where situation.contact.signUps[index].reference == reference {
            situation.contact.signUps[index].status = .closed
        }
        effects.append(.close(reference))
    }

    private mutating func send(_ id: String, from dialog: String) {
        guard let message = script.message(id, for: dialog) else { return }
        // A message sees the sign-up that caused it, with what this conversation does not know of it.
        var view = situation.beginning
        let known = situation.contact.signUps.first { $0.reference == session.reference }
        for (field, answer) in known?.answers ?? [:] where view.session.answers[field] == nil {
            view.session.answers[field] = GivenAnswer(answer: answer, words: nil, at: now, isPrivate: false)
        }
        let text = view.text(message, kind: .sms)
        effects.append(.send(Confirmation(message: id, text: text, reference: session.reference)))
    }

    private mutating func remind(_ id: String, from dialog: String) {
        guard let (file, reminder) = script.reminderWithFile(id, for: dialog), let reference = session.references[reminder.signUp] else {
            return
        }
        let due = reminder.after.map { now.addingTimeInterval(TimeInterval($0.components.seconds)) }
        effects.append(.remind(PlannedReminder(reminder: "\(file)/\(id)", reference: reference, due: due, expires: reminder.expires)))
    }

    private mutating func callBack(at field: String) {
        let answers = session.answers.compactMapValues { given -> StoredAnswer? in
            switch given.answer {
            case .skipped, .reference: nil
            default: StoredAnswer(answer: given.answer, isPrivate: given.isPrivate)
            }
        }
        effects.append(.callback(CallbackDraft(timeField: field, answers: answers, language: session.language)))
    }

    private mutating func set(_ field: String, to id: String) {
        let isPrivate = script.question(saving: field, offering: id)?.isPrivate ?? false
        session.answers[field] = GivenAnswer(answer: .choice(id), words: nil, at: now, isPrivate: isPrivate)
        session.origins[field] = nil
        session.told?.hidden?.remove(field)
    }

    private mutating func speak(languageOf field: String) {
        guard case .choice(let id)? = session.answers.answer(to: field), let language = script.known(Language(id)) else { return }
        session.language = language
        situation.contact.language = language
        effects.append(.language(language))
    }

    /// What was stored goes only with its reference; without one, only where nothing is registered.
    private mutating func erase() {
        let reference = session.reference
        // One that nobody gave is none.
        guard reference == nil ? situation.contact.signUps.isEmpty : reference != session.told?.reference else { return }
        effects.append(.erase(reference))
        situation.contact.signUps.removeAll { $0.reference == reference }
        forgetAnswers()
        session.reference = nil
        session.references = [:]
    }
}
