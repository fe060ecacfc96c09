/// A question that takes its choices from a list finds the list.
@Sendable func unknownLists(_ folder: Inspection) -> [Finding] {
    folder.script.allScreens.compactMap { address, screen in
        guard case .choice(let choices)? = screen.question?.expect, case .list(let name) = choices.source,
            folder.script.lists[name] == nil
        else { return nil }
        return Finding(
            .error, "unknown-list", at: choices.place, screen: address.screen,
            what: Bilingual(fr: "il n'y a pas de liste « \(name) »", en: "there is no list \"\(name)\""),
            mend: suggestion(
                for: name, among: folder.script.lists.keys,
                otherwise: Bilingual(
                    fr: "écrivez-la dans lists.yaml, ou sous « lists » de ce fichier",
                    en: "write it in lists.yaml, or under \"lists\" of this file")))
    }
}
