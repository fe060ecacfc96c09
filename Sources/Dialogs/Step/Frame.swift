/// A screen with the screens that called it: enough to show it again and to come back from it.
struct Frame: Hashable, Sendable {
    var screen: ScreenAddress
    /// The calling screens, the outermost first.
    var calls: [ScreenAddress]
    var pace: Pace

    /// How a walk treats questions that have a valid answer already.
    enum Pace: Hashable, Sendable {
        /// As their `known` says.
        case stepping
        /// They are passed, and so are menus taken and pages read: the re-walk.
        case passing
    }

    /// Screens that may call one another before it is too much.
    static let deepest = 8

    init(screen: ScreenAddress, calls: [ScreenAddress] = [], pace: Pace = .stepping) {
        self.screen = screen
        self.calls = calls
        self.pace = pace
    }

    /// The dialog that the person is in, which is not one that it called.
    var dialog: String { calls.first?.dialog ?? screen.dialog }

    /// The same without its pace, to compare places.
    var standing: Frame { Frame(screen: screen, calls: calls) }

    /// Whether it is the same place, at whatever pace.
    func stands(with other: Frame) -> Bool { screen == other.screen && calls == other.calls }
}

/// As one short text: the screen, its callers, and `+` for a passing pace.
extension Frame: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var parts = try container.decode(String.self).split(separator: " ")
        pace = parts.last == "+" ? .passing : .stepping
        if pace == .passing { parts.removeLast() }
        let addresses = parts.compactMap { part -> ScreenAddress? in
            let ids = part.split(separator: "/", maxSplits: 1).map(String.init)
            return ids.count == 2 ? ScreenAddress(dialog: ids[0], screen: ids[1]) : nil
        }
        guard let first = addresses.first, addresses.count == parts.count else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no frame of a conversation")
        }
        screen = first
        calls = Array(addresses.dropFirst())
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let addresses = [screen.description] + calls.map(\.description) + (pace == .passing ? ["+"] : [])
        try container.encode(addresses.joined(separator: " "))
    }
}
