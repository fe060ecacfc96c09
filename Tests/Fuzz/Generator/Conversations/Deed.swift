/// What somebody with a phone does; a list of them is written a line each, so that a fuzzer can change it.
package enum Deed: Equatable, Sendable {
    case dial([String])
    case type(String)
    case text(String)
    case hangUp
    case wait(hours: Int)
    /// The dialogs change under the conversation.
    case newVersion
    /// The number may be somebody else's by now.
    case doubt

    /// Any line is some deed.
    init(line: Substring) {
        switch line.first {
        case ">" where line.hasPrefix(">>"): self = .dial(line.dropFirst(2).split(separator: "*").map(String.init))
        case "@": self = .text(String(line.dropFirst()))
        case "!": self = line.hasPrefix("!v") ? .newVersion : line.hasPrefix("!?") ? .doubt : .hangUp
        case "~": self = .wait(hours: min(10_000, Int(line.dropFirst()) ?? 1))
        default: self = .type(String(line))
        }
    }

    static func all(in bytes: [UInt8], most: Int) -> [Deed] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).prefix(most).map(Deed.init(line:))
    }
}
