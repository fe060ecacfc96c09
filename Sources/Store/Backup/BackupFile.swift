package import Foundation
import GRDB

/// A backup on its way to its place: written beside it under another name, looked through, and only then there.
package struct BackupFile: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// What is copied to.
    package var part: String { path + ".part" }

    package enum Replacing: Sendable {
        /// An older backup of the same database.
        case older
        case anything
    }

    /// Whether it may be made there at all; asked before anything is copied.
    ///
    /// - Parameter database: the one that is backed up.
    package func mayBeMade(of database: String, _ replacing: Replacing) throws(BackupProblem) {
        guard access(path, F_OK) == 0 else { return }
        guard !isSameFile(path, database) else { throw .live(path: path) }
        switch replacing {
        case .anything: return
        case .older:
            guard let made = try? fingerprint(path, mustBeBackup: true), let ours = try? fingerprint(database, mustBeBackup: false),
                made == ours
            else { throw .notOurs(path: path) }
        }
    }

    /// Makes what was copied a backup: one file that opens by itself, whole, on the disk, and in its place.
    ///
    /// - Parameter moment: the one that the copy shows.
    /// - Returns: its size in bytes.
    package func finish(showing moment: Date) throws -> Int {
        do {
            try complete(showing: moment)
        } catch {
            for file in [part, part + "-journal", part + "-wal", part + "-shm"] { unlink(file) }
            throw error
        }
        var status = stat()
        guard syncFile(part), stat(part, &status) == 0, rename(part, path) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(part)
            throw BackupProblem.cannotWrite(path: path, why: why)
        }
        syncFolder(of: path)
        return Int(status.st_size)
    }

    private func complete(showing moment: Date) throws {
        let queue = try Store.openedAsItIs(part)
        try queue.writeWithoutTransaction { db in
            // The copy has the live one's header, which asks for a log beside it.
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            try Connection(alone: db).note(Self.madeName, moment)
            let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "?"
            guard found == "ok" else { throw BackupProblem.damaged(path: part, why: found) }
        }
        try queue.close()
    }

    /// Under which name a backup says what moment it shows; a database has none.
    static let madeName = "backup-made"

    /// The same for a database and all of its copies, and another for every other: it was sealed with chance when the first was made.
    private func fingerprint(_ path: String, mustBeBackup: Bool) throws -> Data? {
        var configuration = Store.configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try queue.read { db -> Data? in
            let db = Connection(alone: db)
            if mustBeBackup, try db.moment(Self.madeName) == nil { return nil }
            return try db.row("SELECT value FROM setting WHERE name = 'key-check'")?[0]
        }
    }
}

/// By whatever names, links included.
func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

func syncFile(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
}

/// So that a name that was changed stays changed after a power failure.
func syncFolder(of path: String) {
    _ = syncFile(URL(fileURLWithPath: path).deletingLastPathComponent().path)
}
