import Foundation

/// `Config/kannel.conf` as it is shipped, with nothing but ports, places and secrets of a test's own.
struct KannelConfiguration {
    struct Unlike: Error, CustomStringConvertible {
        let description: String
    }

    private var text: String

    init() throws {
        let root = Scratch.fixtures.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        text = try String(contentsOf: root.appending(path: "Config/kannel.conf"), encoding: .utf8)
    }

    /// Puts another value behind `key = ` in a group; fails unless the group says it exactly once.
    mutating func set(_ key: String, of group: String, to value: String) throws {
        var current = ""
        var found = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, !line.hasPrefix("#") else { return String(line) }
            if parts[0] == "group" { current = parts[1] }
            guard current == group, parts[0] == key else { return String(line) }
            found += 1
            return "\(key) = \(value)"
        }
        guard found == 1 else { throw Unlike(description: "the group \(group) of Config/kannel.conf says \(key) \(found) times") }
        text = lines.joined(separator: "\n")
    }

    /// Puts another text in the place of one that must be there.
    mutating func replace(_ old: String, with new: String) throws {
        guard text.contains(old) else { throw Unlike(description: "Config/kannel.conf does not say \(old)") }
        text = text.replacingOccurrences(of: old, with: new)
    }

    func write(to file: URL) throws { try Data(text.utf8).write(to: file) }
}
