/// A statement's text: one that the program holds, known by its address, or one put together.
///
/// What is put in between is always a text of ours, never what anybody wrote: that is bound.
struct SQL: ExpressibleByStringInterpolation {
    enum Text {
        case fixed(StaticString)
        case built(String)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }
        mutating func appendInterpolation(_ part: some CustomStringConvertible) { text += part.description }
    }

    let text: Text

    init(stringLiteral text: StaticString) { self.text = .fixed(text) }

    init(stringInterpolation: StringInterpolation) { text = .built(stringInterpolation.text) }

    init(_ text: String) { self.text = .built(text) }

    var string: String {
        switch text {
        case .fixed(let text): text.description
        case .built(let text): text
        }
    }
}
