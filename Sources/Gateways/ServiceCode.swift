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

    /// What was dialled behind the first of the codes that it begins with, as the pieces of a path; empty where it begins with none.
    static func path(in dialled: String, behind codes: [String?]) -> [String] {
        let dialled = ServiceCode(dialled)
        for code in codes.lazy.compactMap(\.self).map({ ServiceCode($0) }) where !code.parts.isEmpty {
            if let path = dialled.parts(behind: code) { return path.map { String($0) } }
        }
        return []
    }
}
