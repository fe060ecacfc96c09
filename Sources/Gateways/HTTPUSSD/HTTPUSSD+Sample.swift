extension HTTPUSSD.Answer {
    /// The body filled with letters that mean something in JSON and XML, where it is then none of its type any more; nil where it is well.
    package var unreadable: String? {
        [end.more, end.last].lazy.map(sample).first { !type.isReadable($0) }
    }

    private func sample(_ mark: String) -> String {
        body.filled(as: type) { place in
            switch place {
            case .literal(let literal): literal
            case .text: "1 \"Oui\" <&>\n2 Non"
            case .session: "s-1"
            // Made up: no country has the code 0.
            case .number: "+000"
            case .digits: "000"
            case .code: "*123#"
            case .end: mark
            }
        }
    }
}

extension HTTPUSSD.AnswerType {
    /// Whether a body is of this type.
    func isReadable(_ body: String) -> Bool {
        switch self {
        case .plain, .html, .form: true
        case .json: (try? JSONTree(Array(body.utf8))) != nil
        case .xml, .textXML: (try? XMLFields(Array(body.utf8))) != nil
        }
    }
}
