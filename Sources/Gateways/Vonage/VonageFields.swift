import HTTPTypes

/// What Vonage says in a call, which an account sets to GET, to a form or to JSON.
struct VonageFields: Equatable, Sendable {
    let all: [String: String]

    init(_ request: WebRequest) throws(Refusal) {
        if request.method == .get {
            all = try Form(Array(request.query.utf8)).all
        } else if (request.headers[.contentType] ?? "").lowercased().hasPrefix("application/json") {
            guard case .object(let members) = try request.postedTree() else { throw Refusal("The body is no JSON object.") }
            var all: [String: String] = [:]
            for name in members.keys { all[name] = try JSONTree.object(members).scalar(name) }
            self.all = all
        } else {
            all = try request.postedForm().all
        }
    }

    subscript(name: String) -> String? { all[name] }

    func filled(_ name: String) throws(Refusal) -> String {
        guard let value = all[name], !value.isEmpty else { throw Refusal("The field \(name) is missing or empty.") }
        return value
    }
}

extension JSONTree {
    /// The text, number or flag that a member is; nil for anything else, which no field of theirs is.
    fileprivate func scalar(_ name: String) throws(Refusal) -> String? {
        switch value(at: name) {
        case .text, .number, .bool: try text(at: name)
        case .null, .list, .object, nil: nil
        }
    }
}
