/// What has a name, where there are few of them, as in a conversation: to look through them costs less than to hash a name, and to copy
/// and to store them costs a fraction of what a dictionary does.
package struct Few<Value> {
    /// Each once, in the order in which they came; apart from the values, which cost more to pass by.
    private(set) var names: [String] = []
    private(set) var values: [Value] = []

    package init() {}

    /// - Parameter names: each once, and as many as there are values.
    init(names: [String], values: [Value]) {
        self.names = names
        self.values = values
    }

    package init(_ values: [String: Value]) { self.init(names: Array(values.keys), values: Array(values.values)) }

    package var isEmpty: Bool { names.isEmpty }
    package var keys: [String] { names }

    package subscript(name: String) -> Value? {
        get {
            guard let index = index(of: name) else { return nil }
            return values[index]
        }
        set {
            let index = index(of: name)
            if let value = newValue {
                if let index {
                    values[index] = value
                } else {
                    names.append(name)
                    values.append(value)
                }
            } else if let index {
                names.remove(at: index)
                values.remove(at: index)
            }
        }
    }

    package func contains(_ name: String) -> Bool { index(of: name) != nil }

    package func mapValues<Other>(_ other: (Value) -> Other) -> [String: Other] { compactMapValues(other) }

    package func compactMapValues<Other>(_ other: (Value) -> Other?) -> [String: Other] {
        zip(names, values).reduce(into: [:]) { others, entry in others[entry.0] = other(entry.1) }
    }

    fileprivate func index(of name: String) -> Int? {
        for index in names.indices where names[index] == name { return index }
        return nil
    }
}

extension Few<GivenAnswer> {
    /// Without the rest of what is kept of it, which would be copied too.
    func answer(to field: String) -> Answer? {
        guard let index = index(of: field) else { return nil }
        return values[index].answer
    }
}

extension Few: Sendable where Value: Sendable {}

extension Few: Equatable where Value: Equatable {
    /// In whatever order.
    package static func == (left: Few, right: Few) -> Bool {
        left.names.count == right.names.count && left.names.indices.allSatisfy { right[left.names[$0]] == left.values[$0] }
    }
}

extension Few: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral values: (String, Value)...) { self.init(names: values.map(\.0), values: values.map(\.1)) }
}

/// As the dictionary that it stands for.
extension Few: Codable where Value: Codable {
    package init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([String: Value].self)) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(mapValues { $0 })
    }
}
