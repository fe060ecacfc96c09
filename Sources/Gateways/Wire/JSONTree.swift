import Foundation

/// A JSON value in a request's body, whatever its depth.
enum JSONTree: Decodable, Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Decimal.self) {
            self = .number(number)
        } else if let list = try? value.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONTree].self))
        }
    }

    init(_ body: [UInt8]) throws(Refusal) {
        guard String(validating: body, as: UTF8.self) != nil else { throw Refusal("The body is not valid UTF-8.") }
        guard Self.depth(of: body) <= Self.deepest else { throw Refusal("The body is nested too deeply.") }
        do {
            self = try JSONDecoder().decode(JSONTree.self, from: Data(body))
        } catch {
            // What went wrong in detail would repeat the body's words.
            throw Refusal("The body is no JSON.")
        }
    }

    /// Levels; a value is tried as everything that it could be, one level at a time.
    private static let deepest = 32

    /// How many brackets are open at once, at most; one inside a text counts too, which refuses nothing that a gateway sends.
    private static func depth(of body: [UInt8]) -> Int {
        var open = 0
        var deepest = 0
        for byte in body {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
            default: continue
            }
            deepest = max(deepest, open)
        }
        return deepest
    }

    /// What stands at `user.phones.0`; nil where nothing does, an empty text for null.
    func text(at path: String) throws(Refusal) -> String? {
        switch value(at: path) {
        case nil: return nil
        case .null: return ""
        case .bool(let bool): return "\(bool)"
        case .number(let number): return "\(number)"
        case .text(let text):
            guard !text.unicodeScalars.contains("\0") else { throw Refusal("The request's field \(path) has a NUL in it.") }
            return text
        case .list, .object: throw Refusal("The request's field \(path) must be a text or a number.")
        }
    }
}
