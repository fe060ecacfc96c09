/// Sign-ups, messages and reminders that are named are there.
@Sendable func unknownSignUps(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    var found: [Finding] = []
    func look(for id: String, at place: Place, screen: String?) {
        guard folder.signUps[id] == nil else { return }
        found.append(
            Finding(
                .error, "unknown-sign-up", at: place, screen: screen,
                what: Bilingual(fr: "il n'y a pas d'inscription « \(id) »", en: "there is no sign-up \"\(id)\""),
                mend: suggestion(for: id, among: folder.signUps.keys, otherwise: writeIt(under: "sign-ups"))))
    }
    for (address, screen) in script.allScreens {
        for action in screen.allActions {
            switch action.kind {
            case .signUp(let id), .load(let id), .close(let id): look(for: id, at: action.idPlace ?? action.place, screen: address.screen)
            default: break
            }
        }
        if let question = screen.question, case .reference(let id) = question.expect {
            look(for: id, at: question.referencePlace ?? question.ask.place, screen: address.screen)
        }
    }
    for placed in script.allConditions {
        for (id, place) in placed.condition.signUpTests { look(for: id, at: place, screen: placed.screen) }
    }
    for dialog in script.dialogs.values {
        for reminder in dialog.reminders.values { look(for: reminder.signUp, at: reminder.signUpPlace ?? reminder.place, screen: nil) }
    }
    return found
}

private func writeIt(under key: String) -> Bilingual {
    Bilingual(fr: "écrivez-le sous « \(key) » de ce fichier", en: "write it under \"\(key)\" of this file")
}

@Sendable func unknownTexts(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    let messages = script.dialogs.values.flatMap(\.messages.keys)
    let reminders = script.dialogs.values.flatMap(\.reminders.keys)
    return script.allScreens.flatMap { address, screen in
        screen.allActions.compactMap { action in
            switch action.kind {
            case .send(let id) where script.message(id, for: address.dialog) == nil:
                Finding(
                    .error, "unknown-message", at: action.idPlace ?? action.place, screen: address.screen,
                    what: Bilingual(fr: "il n'y a pas de message « \(id) »", en: "there is no message \"\(id)\""),
                    mend: suggestion(for: id, among: messages, otherwise: writeIt(under: "messages")))
            case .remind(let id) where script.reminder(id, for: address.dialog) == nil,
                .cancel(let id) where script.reminder(id, for: address.dialog) == nil:
                Finding(
                    .error, "unknown-reminder", at: action.idPlace ?? action.place, screen: address.screen,
                    what: Bilingual(fr: "il n'y a pas de rappel « \(id) »", en: "there is no reminder \"\(id)\""),
                    mend: suggestion(for: id, among: reminders, otherwise: writeIt(under: "reminders")))
            default: nil
            }
        }
    }
}
