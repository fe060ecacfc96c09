import Foundation

/// `erased.log` beside the database: what was erased, as keyed hashes and times alone, so that a restored backup can be erased again.
///
/// A line is on the disk before the erasure is committed: one too many repeats what the person asked for, one too few would bring them
/// back.
struct ErasureLog: Sendable {
    enum Erased: String {
        case number, reference
    }

    var path: String

    func append(_ erased: Erased, _ key: Data, at now: Date) throws {
        // To the millisecond: who comes back in the same second is not erased once more.
        try append(["\(now.formatted(Self.time)) \(erased.rawValue) \(key.hexadecimal)"])
    }

    static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    func append(_ lines: [String]) throws {
        let isNew = access(path, F_OK) != 0
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreProblem.notDurable }
        defer { close(descriptor) }
        // What a full disk or a lost power left of a line must not take the next one with it.
        let torn = Self.endsInALine(descriptor) ? "" : "\n"
        let bytes = Array((torn + lines.map { $0 + "\n" }.joined()).utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw StoreProblem.notDurable }
        // A file whose name is lost with the power is lost with it.
        guard !isNew || Self.syncFolder(of: path) else { throw StoreProblem.notDurable }
    }

    private static func endsInALine(_ descriptor: Int32) -> Bool {
        let size = lseek(descriptor, 0, SEEK_END)
        var last = UInt8(ascii: "\n")
        return size <= 0 || pread(descriptor, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
    }

    private static func syncFolder(of path: String) -> Bool {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return false }
        defer { close(folder) }
        return fsync(folder) == 0
    }
}
