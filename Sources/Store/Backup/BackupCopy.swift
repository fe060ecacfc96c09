import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// A copy of a database that is written to all the while, made page by page on the connection that writes.
///
/// On that connection alone SQLite keeps a copy up to date by itself: what is written to a page that was copied goes to the copy too. Read
/// beside the writer it would begin anew with every commit, and `VACUUM INTO` reads one snapshot for as long as it takes, so that the log
/// could not be written back meanwhile. Here nothing is held between two steps, and the copy shows the moment of the last one. What was
/// deleted is not in it: `secure_delete` has overwritten it.
final class BackupCopy: Sendable {
    /// SQLite's own, as the addresses that they are: looked at under the lock alone.
    private struct Handles {
        private var addresses = (target: 0, backup: 0)

        init(target: OpaquePointer?) { addresses.target = Int(bitPattern: target) }

        var target: OpaquePointer? { OpaquePointer(bitPattern: addresses.target) }
        var backup: OpaquePointer? {
            get { OpaquePointer(bitPattern: addresses.backup) }
            set { addresses.backup = Int(bitPattern: newValue) }
        }
    }

    private let handles: Mutex<Handles>
    /// Of the file, to have it written to the disk without the writer waiting.
    private let descriptor: Int32

    /// - Parameter path: where nothing is but what an earlier copy left.
    init(to path: String) throws(BackupProblem) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .cannotWrite(path: path, why: String(cString: strerror(errno))) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, why: String(cString: strerror(errno))) }
        self.descriptor = descriptor
        var target: OpaquePointer?
        let code = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nil)
        let isOpen = code == SQLITE_OK
        // A half copy is thrown away: it needs no journal, and is synced by us.
        if isOpen { sqlite3_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil) }
        handles = Mutex(Handles(target: target))
        guard isOpen else { throw .cannotWrite(path: path, why: "SQLite \(code)") }
    }

    deinit {
        handles.withLock { handles in _ = sqlite3_close_v2(handles.target) }
        close(descriptor)
    }

    /// Copies so many pages more.
    ///
    /// - Parameter source: on its own queue, outside of a transaction.
    func step(_ source: Database, pages: Int) throws(BackupProblem) -> BackupProgress {
        let connection = Int(bitPattern: source.sqliteConnection)
        let (code, left, total) = handles.withLock { handles in
            if handles.backup == nil {
                handles.backup = sqlite3_backup_init(handles.target, "main", OpaquePointer(bitPattern: connection), "main")
            }
            guard let backup = handles.backup else { return (sqlite3_errcode(handles.target), Int32(0), Int32(0)) }
            let code = sqlite3_backup_step(backup, Int32(pages))
            return (code, sqlite3_backup_remaining(backup), sqlite3_backup_pagecount(backup))
        }
        switch code {
        case SQLITE_DONE: return BackupProgress(copied: Int(total), total: Int(total), isDone: true)
        case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED: return BackupProgress(copied: Int(total - left), total: Int(total), isDone: false)
        case SQLITE_FULL: throw .noRoom
        default: throw .failed(sqlite: Int(code))
        }
    }

    /// Lets go of the source: on its own queue, whatever became of the copy.
    func finish() {
        handles.withLock { handles in
            sqlite3_backup_finish(handles.backup)
            handles.backup = nil
        }
    }

    /// Has what was copied so far written to the disk; what is synced at once at the end would hold up the log on the same disk.
    func sync() throws(BackupProblem) {
        guard fdatasync(descriptor) == 0 else { throw .noRoom }
    }
}

/// How far a backup is, in pages.
package struct BackupProgress: Equatable, Sendable, Codable {
    package var copied: Int
    package var total: Int
    package var isDone: Bool

    package init(copied: Int = 0, total: Int = 0, isDone: Bool = false) {
        self.copied = copied
        self.total = total
        self.isDone = isDone
    }

    package var percent: Int { total == 0 ? 0 : copied * 100 / total }
}
