/// No target leads to a screen or a file that is not there.
@Sendable func unknownTargets(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    var found: [Finding] = []
    for (name, dialog) in script.dialogs.sorted(by: { $0.key < $1.key }) {
        let ofFile = [dialog.keywordAnswer].compactMap { $0 } + dialog.reminders.values.compactMap(\.opens)
        found += ofFile.compactMap { unknown($0, in: name, of: script, from: nil) }
        if let answered = dialog.keywordAnswer, let finding = noQuestion(answered, in: name, of: script) { found.append(finding) }
    }
    for (address, screen) in script.allScreens {
        found += screen.writtenTargets.compactMap { unknown($0, in: address.dialog, of: script, from: address.screen) }
    }
    return found
}

private func unknown(_ target: Target, in dialog: String, of script: Script, from screen: String?) -> Finding? {
    let wanted: ScreenAddress
    switch target.destination {
    case .back: return nil
    case .screen(let id): wanted = ScreenAddress(dialog: dialog, screen: id)
    case .address(let address): wanted = address
    case .start(let other):
        guard script.dialogs[other] == nil, !script.unread.dialogs.contains(other) else { return nil }
        return unknownDialog(other, of: script, at: target.place, from: screen)
    }
    guard script.screen(at: wanted) == nil, !script.unread.screens.contains(wanted), !script.unread.dialogs.contains(wanted.dialog) else {
        return nil
    }
    guard script.dialogs[wanted.dialog] != nil else { return unknownDialog(wanted.dialog, of: script, at: target.place, from: screen) }
    return unknownScreen(wanted.screen, in: wanted.dialog, of: script, at: target.place, from: screen)
}

private func unknownDialog(_ name: String, of script: Script, at place: Place, from screen: String?) -> Finding {
    Finding(
        .error, "unknown-target", at: place, screen: screen,
        what: Bilingual(fr: "il n'y a pas de dialogue « \(name) »", en: "there is no dialog \"\(name)\""),
        mend: suggestion(for: name, among: script.dialogs.keys))
}

private func unknownScreen(_ id: String, in dialog: String, of script: Script, at place: Place, from screen: String?) -> Finding {
    Finding(
        .error, "unknown-target", at: place, screen: screen,
        what: Bilingual(fr: "il n'y a pas d'écran « \(id) » dans \(dialog).yaml", en: "there is no screen \"\(id)\" in \(dialog).yaml"),
        mend: suggestion(for: id, among: script.dialogs[dialog]?.order ?? []))
}

/// What follows a keyword is an answer, so it needs a question.
private func noQuestion(_ target: Target, in dialog: String, of script: Script) -> Finding? {
    guard let address = script.address(of: target, in: dialog), let screen = script.screen(at: address) else {
        return target.destination == .back ? keywordAnswerFault(at: target.place) : nil
    }
    guard let question = screen.question else { return keywordAnswerFault(at: target.place) }
    return script.isConsent(question.save.id) ? keywordAnswerIsConsent(at: target.place) : nil
}

private func keywordAnswerIsConsent(at place: Place) -> Finding {
    Finding(
        .warning, "keyword-answer-no-question", at: place,
        what: Bilingual(
            fr: "ce qui suit le mot-clé n'est jamais un accord : ses mots n'ont pas encore été montrés",
            en: "what follows the keyword is never a consent: its words were not shown yet"),
        mend: Bilingual(fr: "nommez la question qui vient après", en: "name the question that comes after it"))
}

private func keywordAnswerFault(at place: Place) -> Finding {
    Finding(
        .error, "keyword-answer-no-question", at: place,
        what: Bilingual(
            fr: "keyword-answer doit nommer une question : ce qui suit le mot-clé y est une réponse",
            en: "keyword-answer has to name a question: what follows the keyword is its answer"),
        mend: Bilingual(fr: "nommez un écran qui a « ask »", en: "name a screen that has \"ask\""))
}
