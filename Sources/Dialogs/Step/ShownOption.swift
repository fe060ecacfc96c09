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

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self = Self.names.first { $0.value == text }?.key ?? .item(text)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if case .item(let id) = self { try container.encode(id) } else { try container.encode(Self.names[self] ?? "") }
    }
}
