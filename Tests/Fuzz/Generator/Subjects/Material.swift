package import Foundation

/// The repository's own files as inputs to begin with.
package struct Material: Sendable {
    /// The shipped dialogs by their path in the folder.
    var dialogs: [String: String]
    /// Broken dialogs and other fixtures.
    var fixtures: [String]

    /// - Parameter root: the repository.
    package init(root: URL) throws {
        dialogs = try Self.texts(in: root.appending(path: "Dialogs"), endings: ["yaml", "po", "chat"])
        fixtures = try ["Tests/DialogFiles/Broken", "Tests/Acceptance/Fixtures"].flatMap { folder in
            try Self.texts(in: root.appending(path: folder), endings: ["yaml"]).sorted { $0.key < $1.key }.map(\.value)
        }
    }

    struct Nothing: Error { let folder: String }

    private static func texts(in folder: URL, endings: Set<String>) throws -> [String: String] {
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            guard endings.contains(file.pathExtension) else { continue }
            texts[path] = try String(contentsOf: file, encoding: .utf8)
        }
        if texts.isEmpty { throw Nothing(folder: folder.path) }
        return texts
    }

    func dialogs(ending: String) -> [String] {
        dialogs.filter { $0.key.hasSuffix("." + ending) }.sorted { $0.key < $1.key }.map(\.value)
    }
}
