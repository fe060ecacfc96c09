import Foundation

/// One value of an export.
enum Cell: Equatable {
    case text(String)
    case number(Decimal)
    case list([String])
    case missing

    init(_ text: String?) {
        self = text.map(Cell.text) ?? .missing
    }
}

extension Cell: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .list(let items): try container.encode(items)
        case .missing: try container.encodeNil()
        }
    }
}
