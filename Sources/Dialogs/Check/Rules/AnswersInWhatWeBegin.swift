/// What we begin lies in a phone for whoever picks it up: no name in it, and nothing private.
@Sendable func answersInWhatWeBegin(_ folder: Inspection) -> [Finding] {
    folder.script.allTexts.filter { $0.role == .sent || $0.role == .title }.flatMap { text in
        text.words.placeholders.filter { field in
            guard let facts = folder.fields[field] else { return false }
            return facts.isPrivate || facts.kind == .text
        }.map { field in
            Finding(
                .warning, "answer-in-what-we-begin", at: text.words.place(naming: field), screen: text.screen,
                what: Bilingual(
                    fr: "{{\(field)}} est un nom ou une réponse privée, et ce texte peut être lu par qui prend le téléphone",
                    en: "{{\(field)}} is a name or a private answer, and this text can be read by whoever picks up the phone"),
                mend: Bilingual(fr: "dites-le sans cette réponse", en: "say it without that answer"))
        }
    }
}
