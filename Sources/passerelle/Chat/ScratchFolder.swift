import Foundation

/// A folder for the time of one conversation; it goes when this is let go of.
final class ScratchFolder {
    private let folder: URL

    var database: String { folder.appending(path: "passerelle.sqlite").path }

    init() throws {
        folder = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: FileManager.default.temporaryDirectory, create: true)
    }

    /// The files as they lie there now, whoever has them open.
    convenience init(copying other: ScratchFolder) throws {
        try self.init()
        for name in try FileManager.default.contentsOfDirectory(atPath: other.folder.path) {
            try FileManager.default.copyItem(at: other.folder.appending(path: name), to: folder.appending(path: name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
