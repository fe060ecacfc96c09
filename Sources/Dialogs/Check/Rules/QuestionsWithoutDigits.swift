/// Many who cannot read words read digits: a question that wants letters can be skipped.
@Sendable func questionsWithoutDigits(_ folder: Inspection) -> [Finding] {
    folder.script.allScreens.compactMap { address, screen in
        guard let question = screen.question, question.optional == nil, question.needsLetters(in: folder.script) else { return nil }
        return Finding(
            .warning, "needs-letters", at: question.ask.place, screen: address.screen,
            what: Bilingual(
                fr: "on ne peut ni répondre en chiffres à cette question, ni la passer",
                en: "this question can neither be answered by digits nor be skipped"),
            mend: Bilingual(fr: "ajoutez optional: \"Passer\", ou proposez des choix", en: "add optional: \"Skip\", or offer choices"))
    }
}

extension Question {
    fileprivate func needsLetters(in script: Script) -> Bool {
        switch expect {
        case .text(let rule): rule.like.map { $0.contains { $0 != "9" && !$0.isNumber } } ?? true
        case .choice: isSearched(in: script)
        case .number, .date, .phone, .reference: false
        }
    }
}
