extension JSONTree {
    /// What stands at `messages.0.status`; nil where nothing does.
    func value(at path: String) -> JSONTree? {
        var value = self
        for step in path.split(separator: ".") {
            switch value {
            case .object(let members):
                guard let member = members[String(step)] else { return nil }
                value = member
            case .list(let items):
                guard let index = Int(step), items.indices.contains(index) else { return nil }
                value = items[index]
            case .null, .bool, .number, .text: return nil
            }
        }
        return value
    }

    /// The items of the list that stands there; nil where no list does.
    func items(at path: String) -> [JSONTree]? {
        guard case .list(let items) = value(at: path) else { return nil }
        return items
    }

    /// The text or number that stands there; nil where there is nothing, or nothing in it.
    func filled(_ path: String) -> String? {
        switch value(at: path) {
        case .text(let text): text.isEmpty || text.unicodeScalars.contains("\0") ? nil : text
        case .number(let number): "\(number)"
        case .null, .bool, .list, .object, nil: nil
        }
    }
}

extension OutgoingAnswer {
    /// nil where the body is no JSON, as of a proxy in between.
    var tree: JSONTree? { try? JSONTree(body) }
}
