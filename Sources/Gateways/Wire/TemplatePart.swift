/// A part of a text with places in it, as a configuration writes them: `{{text}}`.
enum TemplatePart: Equatable, Sendable {
    case literal(String)
    case place(String)

    /// Braces that are not closed are letters; blanks inside are none of a name.
    static func parts(of template: String) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var rest = template[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            if open.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<open.lowerBound]))) }
            parts.append(.place(rest[open.upperBound..<close.lowerBound].filter { $0 != " " }))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        return parts
    }
}
