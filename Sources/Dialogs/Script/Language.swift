/// A language by its code, as the configuration and the names of the `.po` files write it: `fr`, `en`.
package struct Language: RawRepresentable, Hashable, Sendable, Codable {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ code: String) { rawValue = code }
}

extension Language: ExpressibleByStringLiteral {
    package init(stringLiteral code: String) { rawValue = code }
}
