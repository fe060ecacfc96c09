import Foundation

/// A folder for the time of one conversation; it goes when this is let go of.
final class ScratchFolder {
    private let folder: URL

    var database: String { folder.appending(path: "passerelle.sqlite").path }

    init() throws {
        folder = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: FileManager.default.temporaryDirectory, create: true)
    }

    /// The files as they lie there at one moment, whoever has them open.
    convenience init(copying other: ScratchFolder) throws {
        try self.init()
        // A checkpoint that moves pages from one file to the other in between would leave a database that never was.
        var before: [String: Date?]
        repeat {
            before = try other.changes()
            for name in before.keys {
                let copy = folder.appending(path: name)
                try? FileManager.default.removeItem(at: copy)
                try FileManager.default.copyItem(at: other.folder.appending(path: name), to: copy)
            }
        } while try other.changes() != before
    }

    private func changes() throws -> [String: Date?] {
        let files = FileManager.default
        return try files.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { changes, name in
            changes[name] = try files.attributesOfItem(atPath: folder.appending(path: name).path)[.modificationDate] as? Date
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
