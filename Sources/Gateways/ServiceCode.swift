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
}
