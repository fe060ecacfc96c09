import DialogFiles
import Dialogs
import Foundation

/// The dialogs' folder as it lies on the disk: its `.yaml` and `.po` files, and the conversation tests below `tests`.
struct DialogsOnDisk {
    let folder: String

    /// The files that make a version, by their path inside the folder.
    func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try names(in: folder) where isPart(name) {
            files[name] = try bytes(of: name)
        }
        return files
    }

    /// Whether a file of the folder belongs to a version.
    func isPart(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".po"))
    }

    /// The conversation tests, by their path inside the folder.
    func tests() throws -> [String: [UInt8]] {
        let inside = URL(filePath: folder).appending(path: "tests").path
        guard FileManager.default.fileExists(atPath: inside) else { return [:] }
        var files: [String: [UInt8]] = [:]
        for name in try names(in: inside) where name.hasSuffix(".chat") {
            files["tests/\(name)"] = try bytes(of: "tests/\(name)")
        }
        return files
    }

    private func names(in path: String) throws -> [String] {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CannotRun(
                fr:
                    "le dossier des dialogues « \(path) » n'existe pas ; indiquez-le dans la configuration (dialogs.folder) ou à la commande",
                en: "the dialogs' folder “\(path)” is not there; name it in the configuration (dialogs.folder) or to the command")
        }
        guard isFolder.boolValue else {
            throw CannotRun(fr: "« \(path) » est un fichier, pas un dossier", en: "“\(path)” is a file, not a folder")
        }
        // What an editor leaves beside a file begins with a dot.
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder).appending(path: name)))
    }
}
