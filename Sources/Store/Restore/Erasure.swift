import Foundation

/// A line of `erased.log`.
struct Erasure: Equatable {
    var erased: ErasureLog.Erased
    var key: Data
    var at: Date

    /// nil for a line that was cut off by a power failure.
    init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count == 3, let at = Self.time(words[0]), let erased = ErasureLog.Erased(rawValue: String(words[1])),
            let key = Data(hexadecimal: words[2])
        else { return nil }
        self.erased = erased
        self.key = key
        self.at = at
    }

    /// The first programs wrote whole seconds: the whole second counts as before the erasure.
    private static func time(_ word: Substring) -> Date? {
        let text = String(word)
        if let exact = try? Date(text, strategy: ErasureLog.time) { return exact }
        return (try? Date(text, strategy: .iso8601))?.addingTimeInterval(0.999)
    }
}

extension ErasureLog {
    /// nil where nobody was ever erased, or the log is not there any more.
    func read() throws -> [Erasure]? {
        guard access(path, F_OK) == 0 else { return nil }
        return try lines().compactMap { Erasure($0[...]) }
    }

    /// Adds the lines of another that lies beside a backup, as on a new machine.
    func take(linesOf other: ErasureLog) throws {
        guard !isSameFile(path, other.path), access(other.path, F_OK) == 0 else { return }
        let known = Set(access(path, F_OK) == 0 ? try lines() : [])
        let new = try other.lines().filter { Erasure($0[...]) != nil && !known.contains($0) }
        if !new.isEmpty { try append(new) }
    }

    private func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

extension Connection {
    /// Whoever was erased after the backup was made is erased again; one who came back since the erasure is somebody else by then.
    ///
    /// - Parameter moment: the one that the backup shows.
    /// - Returns: how many people and sign-ups.
    func erase(again erasure: Erasure, shown moment: Date?) throws -> Int {
        let isLater = moment.map { erasure.at >= $0 } ?? false
        switch erasure.erased {
        case .number:
            let found = try row("SELECT id, created FROM contact WHERE number_key = ?", [erasure.key])
            guard let found, isLater || found[1] < erasure.at.milliseconds else { return 0 }
            try eraseContact(found[0])
        case .reference:
            guard let found = try row("SELECT id, contact FROM sign_up WHERE reference_key = ?", [erasure.key]) else { return 0 }
            try eraseSignUp(found[0], of: found[1])
        }
        return 1
    }
}
