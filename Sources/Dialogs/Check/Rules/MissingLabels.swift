/// What a review shows and a sign-up keeps has a label: the review's line, the console's column.
@Sendable func missingLabels(_ folder: Inspection) -> [Finding] {
    let reviewed = folder.script.allScreens.flatMap { _, screen -> [String] in
        if case .review(let review) = screen.kind { review.fields.map(\.id) } else { [] }
    }
    let kept = folder.signUps.values.flatMap { $0.fields.map(\.id) }
    let needed = Set(reviewed + kept)
    return folder.script.allScreens.compactMap { address, screen in
        guard let question = screen.question, question.label == nil, needed.contains(question.save.id) else { return nil }
        return Finding(
            .error, "missing-label", at: screen.place, screen: address.screen,
            what: Bilingual(
                fr: "« \(question.save.id) » figure dans un récapitulatif ou une inscription, mais cette question n'a pas de « label »",
                en: "\"\(question.save.id)\" is in a review or a sign-up, but this question has no \"label\""),
            mend: Bilingual(fr: "ajoutez label: et un nom court", en: "add label: and a short name"))
    }
}
