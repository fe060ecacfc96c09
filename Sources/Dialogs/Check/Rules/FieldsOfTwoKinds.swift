/// A field means one thing in the whole folder: its questions have the same kind and, for choices, ids of one list.
@Sendable func fieldsOfTwoKinds(_ folder: Inspection) -> [Finding] {
    folder.fields.sorted { $0.key < $1.key }.flatMap { field, facts -> [Finding] in
        let questions = facts.questions.sorted { $0.question.save.place < $1.question.save.place }
        guard let first = questions.first else { return [] }
        return questions.dropFirst().compactMap { address, question in
            disagreement(question.expect, with: first.question.expect, in: folder.script).map { how in
                let place = first.question.save.place
                return Finding(
                    .error, "field-of-two-kinds", at: question.save.place, screen: address.screen,
                    what: Bilingual(
                        fr: "« \(field) » est déjà enregistré dans \(place.file), ligne \(place.line), \(how.french)",
                        en: "\"\(field)\" is saved in \(place.file), line \(place.line) already, \(how.english)"),
                    mend: Bilingual(fr: "donnez un autre nom à l'un des deux", en: "give one of the two another name"))
            }
        }
    }
}

private func disagreement(_ second: Expectation, with first: Expectation, in script: Script) -> Bilingual? {
    guard second.fieldKind == first.fieldKind else {
        return Bilingual(fr: "avec une autre sorte de réponse", en: "with another kind of answer")
    }
    guard case .choice(let later) = second, case .choice(let earlier) = first else { return nil }
    let ids = Set(script.choices(of: later.source).map(\.id))
    let others = Set(script.choices(of: earlier.source).map(\.id))
    // A question may offer a part of the list; ids of two lists would be two meanings.
    guard !ids.isSubset(of: others), !others.isSubset(of: ids) else { return nil }
    return Bilingual(fr: "avec d'autres choix", en: "with other choices")
}
