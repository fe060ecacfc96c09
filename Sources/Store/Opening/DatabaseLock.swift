import Foundation

/// The right to write to a database, held as a lock on a file beside it until this is let go of or the process ends.
package final class DatabaseLock: Sendable {
    private let descriptor: Int32

    /// - Parameter path: of the database; the lock is `PATH.lock`.
    package init(ofDatabaseAt path: String) throws(StoreProblem) {
        let lockPath = path + ".lock"
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: lockPath, why: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .inUse(path: path)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
