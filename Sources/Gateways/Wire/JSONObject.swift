import Foundation

/// The members of a JSON object in a request's body.
struct JSONObject: Sendable {
    private enum Value: Decodable, Sendable {
        case null
        case bool(Bool)
        case number(Decimal)
        case text(String)
        case nested

        init(from decoder: any Decoder) throws {
            guard let single = try? decoder.singleValueContainer() else {
                self = .nested
                return
            }
            if single.decodeNil() {
                self = .null
            } else if let bool = try? single.decode(Bool.self) {
                self = .bool(bool)
            } else if let number = try? single.decode(Decimal.self) {
                self = .number(number)
            } else if let text = try? single.decode(String.self) {
                self = .text(text)
            } else {
                self = .nested
            }
        }
    }

    private var members: [String: Value]

    init(_ body: [UInt8]) throws(Refusal) {
        guard String(validating: body, as: UTF8.self) != nil else { throw Refusal("The body is not valid UTF-8.") }
        do {
            members = try JSONDecoder().decode([String: Value].self, from: Data(body))
        } catch {
            // What went wrong in detail would repeat the body's words.
            throw Refusal("The body is no JSON object.")
        }
    }

    /// nil where the member is missing or null.
    func text(_ name: String) throws(Refusal) -> String? {
        switch members[name] {
        case nil, .null: return nil
        case .text(let text):
            guard !text.unicodeScalars.contains("\0") else { throw Refusal("The member \(name) has a NUL in it.") }
            return text
        case .bool, .number, .nested: throw Refusal("The member \(name) must be a text.")
        }
    }

    /// As `text`, but digits may stand without quotes.
    func scalar(_ name: String) throws(Refusal) -> String? {
        if case .number(let number) = members[name] { return "\(number)" }
        return try text(name)
    }

    /// As `scalar`, where null is an empty text and only a missing member is refused.
    func presentScalar(_ name: String) throws(Refusal) -> String {
        guard members[name] != nil else { throw Refusal("The member \(name) is missing.") }
        return try scalar(name) ?? ""
    }

    /// As `scalar`, but it must say something.
    func filledScalar(_ name: String) throws(Refusal) -> String {
        guard let text = try scalar(name) else { throw Refusal("The member \(name) is missing.") }
        guard !text.isEmpty else { throw Refusal("The member \(name) is empty.") }
        return text
    }

    /// The member's text, which must say something.
    func filled(_ name: String) throws(Refusal) -> String {
        guard let text = try text(name) else { throw Refusal("The member \(name) is missing.") }
        guard !text.isEmpty else { throw Refusal("The member \(name) is empty.") }
        return text
    }

    /// False where the member is missing or null.
    func flag(_ name: String) throws(Refusal) -> Bool {
        switch members[name] {
        case nil, .null: return false
        case .bool(let bool): return bool
        case .number, .text, .nested: throw Refusal("The member \(name) must be true or false.")
        }
    }

    /// nil where the member is missing or null.
    func count(_ name: String) throws(Refusal) -> Int? {
        switch members[name] {
        case nil, .null: return nil
        case .number(let number):
            guard let count = Int("\(number)"), count >= 0 else { throw Refusal("The member \(name) must be a whole number from 0.") }
            return count
        case .bool, .text, .nested: throw Refusal("The member \(name) must be a number.")
        }
    }
}
