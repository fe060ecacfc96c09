extension HTTPUSSD {
    /// An answer's content type, and with it how a text is written so that it stays one.
    package enum AnswerType: String, Equatable, Sendable, CaseIterable {
        case plain = "text/plain"
        case html = "text/html"
        case json = "application/json"
        case xml = "application/xml"
        case textXML = "text/xml"
        case form = "application/x-www-form-urlencoded"

        /// JSON and forms are UTF-8 by their own rules.
        var contentType: String {
            switch self {
            case .plain, .html, .xml, .textXML: rawValue + "; charset=utf-8"
            case .json, .form: rawValue
            }
        }

        func escaped(_ text: String) -> String {
            switch self {
            case .plain: text
            // What stands between the quotes, which are the template's own.
            case .json: String(quoted(text).dropFirst().dropLast())
            case .html, .xml, .textXML: markup(text)
            case .form: text.percentEncoded
            }
        }
    }
}
