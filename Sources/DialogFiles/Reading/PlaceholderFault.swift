import Dialogs

/// What may be wrong with the braces of a text.
enum PlaceholderFault: Equatable {
    case open
    case badName(String)

    /// The first fault of a text; nil where there is none.
    init?(in text: String) {
        var rest = text[...]
        while !rest.isEmpty {
            if rest.hasPrefix("\\{{") {
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("{{") {
                guard let close = rest.firstRange(of: "}}") else {
                    self = .open
                    return
                }
                let inside = rest[..<close.lowerBound].dropFirst(2)
                let name = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                let trimmed = name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                guard ID.isWellFormed(String(trimmed)), !inside.contains("{{") else {
                    self = .badName(String(inside))
                    return
                }
                rest = rest[close.upperBound...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    func finding(at place: Place, screen: String?) -> Finding {
        switch self {
        case .open:
            Finding(
                .error, "placeholder-form", at: place, screen: screen,
                what: Bilingual(fr: "{{ n'est pas fermé par }}", en: "{{ is not closed by }}"),
                mend: Bilingual(
                    fr: "ajoutez }}, ou écrivez \\{{ pour montrer les deux signes", en: "add }}, or write \\{{ to show the two signs"))
        case .badName(let name):
            Finding(
                .error, "placeholder-form", at: place, screen: screen,
                what: Bilingual(fr: "{{\(name)}} ne nomme pas une réponse", en: "{{\(name)}} names no answer"),
                mend: Bilingual(
                    fr: "écrivez par exemple {{name}} ou {{name|vous}}, ou \\{{ pour montrer les deux signes",
                    en: "write for example {{name}} or {{name|you}}, or \\{{ to show the two signs"))
        }
    }
}
