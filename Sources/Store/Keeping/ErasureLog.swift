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
        let line = "\(now.formatted(.iso8601)) \(erased.rawValue) \(key.hexadecimal)\n"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreProblem.notDurable }
        defer { close(descriptor) }
        let bytes = Array(line.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw StoreProblem.notDurable }
    }
}
