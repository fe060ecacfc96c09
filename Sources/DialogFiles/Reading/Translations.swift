import Dialogs

/// The words of the other languages, as far as the folder has them.
struct Translations {
    let source: Language
    /// What the program itself says for accepting, where a review has no words of its own.
    var accept: Words?
    /// Without the source language.
    private let languages: [Language]
    private var catalogues: [Language: Catalogue] = [:]
    /// Where the folder's own say nothing.
    private var shipped: [Language: Catalogue] = [:]
    private(set) var findings: [Finding] = []

    static let none = Translations(folder: FolderText(files: [:]), languages: [])

    init(folder: FolderText, languages: [Language]) {
        source = languages.first ?? "fr"
        var seen = Set(languages.prefix(1))
        self.languages = languages.filter { seen.insert($0).inserted }
        for language in self.languages {
            let file = "\(language.rawValue).po"
            guard let text = folder.files[file] else {
                findings.append(
                    Finding(
                        .warning, "translation-missing", at: Place(file: file, line: 1, column: 1),
                        what: Bilingual(
                            fr: "ce fichier n'est pas là : tout est montré en \(languages.first?.rawValue ?? "")",
                            en: "this file is not there: everything is shown in \(languages.first?.rawValue ?? "")"),
                        mend: Bilingual(
                            fr: "créez-le par « passerelle translate \(language.rawValue) »",
                            en: "make it with \"passerelle translate \(language.rawValue)\"")))
                continue
            }
            let read = Catalogue.read(text, file: file)
            catalogues[language] = read.catalogue
            findings += read.findings
        }
    }

    /// The same, with those that the program brings behind them.
    func before(_ others: Translations) -> Translations {
        var both = self
        both.shipped = others.catalogues
        return both
    }

    /// What fresh translations a text has; what is missing, stale or does not agree is told.
    func translated(_ template: Template, of context: String, at place: Place, screen: String?, telling findings: inout [Finding])
        -> [Language:
        Template]
    {
        var fresh: [Language: Template] = [:]
        for language in languages {
            guard let translation = translation(of: context, for: template, in: language) else { continue }
            switch translation {
            case .fresh(let text, let poPlace) where !text.allSatisfy(\.isWhitespace):
                let translation = Template(text, at: poPlace)
                if let fault = PlaceholderFault(in: text) {
                    findings.append(fault.finding(at: poPlace, screen: screen))
                } else if Set(translation.placeholders) != Set(template.placeholders) {
                    findings.append(Self.differing(template, translation, at: poPlace, screen: screen))
                } else {
                    fresh[language] = translation
                }
            case .stale: findings.append(Self.stale(language, at: place, screen: screen))
            case .missing, .fresh: findings.append(Self.missing(language, at: place, screen: screen))
            }
        }
        return fresh
    }

    /// nil where the language has no file at all.
    private func translation(of context: String, for template: Template, in language: Language) -> Translation? {
        let own = catalogues[language]?.translation(of: context, for: template.raw)
        if case .fresh(let text, _)? = own, !text.allSatisfy(\.isWhitespace) { return own }
        return shipped[language]?.translation(of: context, for: template.raw) ?? own
    }

    private static func missing(_ language: Language, at place: Place, screen: String?) -> Finding {
        Finding(
            .warning, "translation-missing", at: place, screen: screen,
            what: Bilingual(
                fr: "ce texte n'est pas traduit (\(language.rawValue))", en: "this text is not translated (\(language.rawValue))"),
            mend: Bilingual(
                fr: "complétez \(language.rawValue).po après « passerelle translate \(language.rawValue) »",
                en: "complete \(language.rawValue).po after \"passerelle translate \(language.rawValue)\""))
    }

    private static func stale(_ language: Language, at place: Place, screen: String?) -> Finding {
        Finding(
            .warning, "translation-stale", at: place, screen: screen,
            what: Bilingual(
                fr: "ce texte a changé depuis sa traduction (\(language.rawValue))",
                en: "this text has changed since its translation (\(language.rawValue))"
            ),
            mend: Bilingual(
                fr: "relisez-la dans \(language.rawValue).po et retirez « fuzzy », après « passerelle translate \(language.rawValue) »",
                en: "look at it in \(language.rawValue).po and remove \"fuzzy\", after \"passerelle translate \(language.rawValue)\""))
    }

    private static func differing(_ source: Template, _ translation: Template, at place: Place, screen: String?) -> Finding {
        let lost = Set(source.placeholders).subtracting(translation.placeholders).sorted().map { "{{\($0)}}" }
        let added = Set(translation.placeholders).subtracting(source.placeholders).sorted().map { "{{\($0)}}" }
        let what =
            lost.isEmpty
            ? Bilingual(
                fr: "la traduction montre \(added.joined(separator: ", ")), que le texte n'a pas",
                en: "the translation shows \(added.joined(separator: ", ")), which the text does not have")
            : Bilingual(
                fr: "la traduction perd \(lost.joined(separator: ", "))", en: "the translation loses \(lost.joined(separator: ", "))")
        return Finding(
            .error, "translation-placeholders", at: place, screen: screen, what: what,
            mend: Bilingual(
                fr: "gardez dans la traduction les mêmes {{…}} que dans le texte",
                en: "keep in the translation the same {{…}} as in the text"))
    }
}
