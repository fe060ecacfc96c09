/// What a number on the phone stands for: kept as shown, so that a list which changes meanwhile changes no answer.
enum ShownOption: Hashable, Sendable {
    /// A menu's option, a choice, or a field of a review, by its id.
    case item(String)
    case skip, accept
    /// On a page.
    case goOn
    /// On a known answer.
    case keep, change
    /// On the offer to resume.
    case resume, startOver
    /// On the way out.
    case tryAgain, start, callback
    /// On the question whether a number is still the same person's.
    case same, other
}

/// Ids begin with a letter; all else begins with `+`.
extension ShownOption: Codable {
    private static let names: [ShownOption: String] = [
        .skip: "+skip", .accept: "+accept", .goOn: "+go-on", .keep: "+keep", .change: "+change", .resume: "+resume",
        .startOver: "+start-over", .tryAgain: "+try-again", .start: "+start", .callback: "+callback", .same: "+same",
        .other: "+other",
    ]

    init(written text: String) {
        self = text.utf8.first == UInt8(ascii: "+") ? Self.names.first { $0.value == text }?.key ?? .item(text) : .item(text)
    }

    var written: String { if case .item(let id) = self { id } else { Self.names[self] ?? "" } }

    init(from decoder: any Decoder) throws { self.init(written: try decoder.singleValueContainer().decode(String.self)) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(written)
    }
}
