import Foundation

/// Room on the disk that is given up when there is no other: even a STOP, even a DELETE, needs some.
struct Ballast: Sendable {
    let path: String
    let bytes: Int

    /// `passerelle.sqlite` has `passerelle.ballast`.
    init(besideDatabaseAt path: String, bytes: Int) {
        self.path = Self.path(besideDatabaseAt: path)
        self.bytes = bytes
    }

    static func path(besideDatabaseAt path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().appendingPathExtension("ballast").path
    }

    /// False also where a killed process left a part of it.
    var isLaid: Bool {
        var status = stat()
        return stat(path, &status) == 0 && Int(status.st_size) == bytes
    }

    /// With blocks of its own, not as a file with a hole in it; false where there is no room.
    func lay() -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard posix_fallocate(descriptor, 0, off_t(bytes)) == 0, fsync(descriptor) == 0 else {
            unlink(path)
            return false
        }
        return true
    }

    func giveUp() { unlink(path) }
}
