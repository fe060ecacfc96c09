/// Who cannot read is called: the start menu offers it.
@Sendable func missingCallbackOption(_ folder: Inspection) -> [Finding] {
    let script = folder.script
    guard script.facts.callbackOptions.isEmpty, let dialog = script.dialogs[script.start], let screen = dialog.screens[dialog.start] else {
        return []
    }
    return [
        Finding(
            .error, "no-callback-option", at: screen.place, screen: screen.id,
            what: Bilingual(
                fr: "le menu de départ ne propose pas d'être rappelé", en: "the start menu does not offer being called back"),
            mend: Bilingual(
                fr: "ajoutez une option qui mène, par des questions, appels et aiguillages seuls, à do: [callback: …]",
                en: "add an option that leads, through questions, calls and routes alone, to do: [callback: …]"))
    ]
}
