import Foundation

/// The keys' file beside the database, which only its owner may read.
struct KeyFile {
    var path: String

    /// `passerelle.sqlite` has `passerelle.key`.
    init(besideDatabaseAt path: String) {
        let database = URL(fileURLWithPath: path)
        self.path = database.deletingPathExtension().appendingPathExtension("key").path
    }

    var exists: Bool { access(path, F_OK) == 0 }

    func read() throws(StoreProblem) -> Keyring {
        guard exists else { throw .keyMissing(path: path) }
        guard let bytes = FileManager.default.contents(atPath: path), let text = String(bytes: bytes, encoding: .utf8),
            let keys = Keyring(parsing: text)
        else { throw .keyUnreadable(path: path) }
        return keys
    }

    /// Never over one that is there.
    func write(_ keys: Keyring) throws(StoreProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        let bytes = Array(keys.text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
    }
}
