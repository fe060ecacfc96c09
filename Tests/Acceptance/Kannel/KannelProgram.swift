import Foundation

/// The parts of Kannel, as its Debian packages lay them: unpacked where `KANNEL` says, else installed.
enum KannelProgram: String {
    case bearerbox = "usr/sbin/bearerbox"
    case smsbox = "usr/sbin/smsbox"
    case fakesmsc = "usr/lib/kannel/test/fakesmsc"

    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "there is no \(path); `make test` unpacks Debian's packages kannel and kannel-extras, and KANNEL names the folder"
        }
    }

    func url() throws -> URL {
        let folder = URL(filePath: ProcessInfo.processInfo.environment["KANNEL"] ?? "/").standardizedFileURL
        let file = folder.appending(path: rawValue)
        guard FileManager.default.isExecutableFile(atPath: file.path) else { throw Missing(path: file.path) }
        return file
    }
}
