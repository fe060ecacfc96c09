import Dialogs

/// What stands in a file, with its place; nothing is taken for a number, a date or a yes.
indirect enum Written: Sendable {
    case text(WrittenText)
    case map(WrittenMap)
    case list(WrittenList)
    /// Nothing stands there; told when the file was parsed, so that nobody tells it again.
    case nothing(Place)

    var place: Place {
        switch self {
        case .text(let text): text.place
        case .map(let map): map.place
        case .list(let list): list.place
        case .nothing(let place): place
        }
    }

    var isNothing: Bool {
        if case .nothing = self { true } else { false }
    }
}

struct WrittenText: Sendable {
    var string: String
    /// As a finding repeats it.
    var shown: String { string.count > 60 ? "\(string.prefix(60))…" : string }
    var place: Place
    /// Neither in quotes nor a block of lines.
    var isPlain: Bool
    /// Whether it is an entry of `{ }`.
    var isInBraces: Bool
}

struct WrittenMap: Sendable {
    struct Entry: Sendable {
        var key: WrittenText
        var value: Written
    }

    var place: Place
    var entries: [Entry]
    var isBraces: Bool

    subscript(key: String) -> Written? { entries.first { $0.key.string == key }?.value }
}

struct WrittenList: Sendable {
    var place: Place
    var items: [Written]
}
