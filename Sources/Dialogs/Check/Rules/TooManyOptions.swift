/// Options have numbers up to 97, since 98 and 99 are keys; a longer list is searched by its beginning.
@Sendable func tooManyOptions(_ folder: Inspection) -> [Finding] {
    folder.script.allScreens.compactMap { address, screen in
        let offered = folder.script.offered(by: screen)
        let isSkippable = screen.question?.optional != nil
        guard offered.count + (isSkippable ? 1 : 0) > Screen.mostOptions else { return nil }
        if let question = screen.question, question.isSearched(in: folder.script) { return nil }
        let most =
            folder.nodes(of: address)
            .flatMap { folder.sets(of: offered, at: $0).map(\.count) }.max() ?? offered.count
        guard most + (isSkippable ? 1 : 0) > Screen.mostOptions else { return nil }
        return Finding(
            .error, "too-many-options", at: screen.question.map { $0.ask.place } ?? screen.place, screen: address.screen,
            what: Bilingual(
                fr: "\(most) options, alors que les numéros vont jusqu'à \(Screen.mostOptions)",
                en: "\(most) options, and the numbers go up to \(Screen.mostOptions)"),
            mend: Bilingual(
                fr: "écrivez find: true : la personne tape alors le début du mot",
                en: "write find: true: then the beginning of the word is typed"))
    }
}

/// Who has to choose more answers than there are can never go on.
@Sendable func tooFewOptions(_ folder: Inspection) -> [Finding] {
    folder.script.allScreens.compactMap { address, screen in
        guard let question = screen.question, case .choice(let choices) = question.expect, let several = choices.several else { return nil }
        let offered = folder.script.choices(of: choices.source).count
        guard offered > 0, several.min > offered else { return nil }
        return Finding(
            .error, "too-few-options", at: choices.place, screen: address.screen,
            what: Bilingual(
                fr: "il faut \(several.min) réponses, mais il n'y a que \(offered) choix",
                en: "\(several.min) answers are needed, but there are only \(offered) choices"),
            mend: Bilingual(fr: "baissez « min » de several, ou ajoutez des choix", en: "lower \"min\" of several, or add choices"))
    }
}
