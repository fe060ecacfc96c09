/// What is dialled to reach a service, as the parts between its stars: `*237*45#` is `237` and `45`.
struct ServiceCode: Equatable, Sendable {
    var parts: [Substring]

    init(_ code: some StringProtocol) {
        parts = code.split { $0 == "*" || $0 == "#" }.map { Substring($0) }
    }

    /// What is dialled behind `prefix`; nil where it does not begin with it.
    func parts(behind prefix: ServiceCode) -> ArraySlice<Substring>? {
        parts.starts(with: prefix.parts) ? parts.dropFirst(prefix.parts.count) : nil
    }

    /// What was dialled behind the first of the codes that it begins with, as the pieces of a path; nil where it begins with none.
    static func known(in dialled: String, behind codes: [String?]) -> [String]? {
        let dialled = ServiceCode(dialled)
        for code in codes.lazy.compactMap(\.self).map({ ServiceCode($0) }) where !code.parts.isEmpty {
            if let path = dialled.parts(behind: code) { return path.map { String($0) } }
        }
        return nil
    }

    /// The same of a text that is known to be a dial: a code that is not known has no path.
    static func path(in dialled: String, behind codes: [String?]) -> [String] { known(in: dialled, behind: codes) ?? [] }

    /// What was typed where the code stands in front of it, as in `*123*1*Awa#`; the stars of an answer stay.
    static func typed(in text: String, behind codes: [String?]) -> String {
        var rest = text[...]
        if rest.hasPrefix("*"), rest.hasSuffix("#") { rest = rest.dropFirst().dropLast() }
        for code in codes.lazy.compactMap(\.self).map({ ServiceCode($0).parts.joined(separator: "*") }) where !code.isEmpty {
            if rest == code { return "" }
            if rest.hasPrefix(code + "*") { return String(rest.dropFirst(code.count + 1)) }
        }
        return text
    }
}
