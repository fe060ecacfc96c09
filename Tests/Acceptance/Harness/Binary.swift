import Foundation

/// Where the built program is: beside the test bundle, or where `PASSERELLE_BINARY` says.
enum Binary {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "there is no program at \(path); build the package, or set PASSERELLE_BINARY" }
    }

    static func url() throws -> URL {
        let path = ProcessInfo.processInfo.environment["PASSERELLE_BINARY"] ?? besideTheTests
        guard FileManager.default.isExecutableFile(atPath: path) else { throw Missing(path: path) }
        return URL(filePath: path)
    }

    private static var besideTheTests: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "passerelle").path
    }
}
