import HTTPTypes

/// A request's fields by the names that a configuration gives them, wherever they stand.
enum RequestFields {
    case form(Form)
    case json(JSONTree)
    case xml(XMLFields)

    init(_ request: WebRequest, in source: HTTPUSSD.Source) throws(Refusal) {
        switch source {
        case .query:
            guard request.method == .get else { throw Refusal("This address takes GET alone.") }
            self = .form(try Form(Array(request.query.utf8)))
        case .form: self = .form(try request.postedForm())
        case .json: self = .json(try request.postedTree())
        case .xml: self = .xml(try request.postedXML())
        }
    }

    /// The fields of each thing that the request tells of: the items of the list at `list`, where one is configured.
    func each(in list: String?) throws(Refusal) -> [RequestFields] {
        guard let list, case .json(let tree) = self else { return [self] }
        guard let items = tree.items(at: list) else { throw Refusal("The request's field \(list) must be a list.") }
        return items.map { .json($0) }
    }

    /// nil where the field is not there at all; what is there without a value is an empty text.
    func text(_ name: String) throws(Refusal) -> String? {
        switch self {
        case .form(let form): form[name]
        case .json(let tree): try tree.text(at: name)
        case .xml(let fields): try fields.text(at: name)
        }
    }

    func present(_ name: String) throws(Refusal) -> String {
        guard let text = try text(name) else { throw Refusal("The request's field \(name) is missing.") }
        return text
    }

    func filled(_ name: String) throws(Refusal) -> String {
        let text = try present(name)
        guard !text.isEmpty else { throw Refusal("The request's field \(name) is empty.") }
        return text
    }

    /// nil where no such field is configured, it is not there, or it says nothing.
    func said(_ name: String?) throws(Refusal) -> String? {
        guard let name, let text = try text(name), !text.isEmpty else { return nil }
        return text
    }
}
