/// The languages that the pages themselves speak; the dialogs may have others.
package enum PageLanguage: String, CaseIterable, Sendable, Encodable {
    case french = "fr"
    case english = "en"

    /// The first of the service's languages that the pages speak; else French.
    package init(among codes: [String]) {
        self = codes.lazy.compactMap { PageLanguage(rawValue: $0) }.first ?? .french
    }
}
