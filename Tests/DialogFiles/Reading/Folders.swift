import DialogFiles
import Dialogs
import Foundation

/// What the tests of reading have in common.
enum Folders {
    static let smallest = "start: a\nscreens:\n  a: { end: Merci }\n"

    /// A dialog whose only screen has this body, indented by four blanks.
    static func screen(_ body: String) -> String {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
        return "start: a\nscreens:\n  a:\n" + lines.joined(separator: "\n") + "\n"
    }

    static func read(_ text: String, languages: [Language] = ["fr"]) -> Reading { read(["accueil.yaml": text], languages: languages) }

    static func read(_ files: [String: String], languages: [Language] = ["fr"]) -> Reading {
        DialogFiles.read(FolderText(files: files), start: "accueil", languages: languages)
    }

    static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Dialogs")

    static func shippedFiles() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: shipped.path) where name.hasSuffix(".yaml") || name.hasSuffix(".po")
        {
            files[name] = String(decoding: try Data(contentsOf: shipped.appending(path: name)), as: UTF8.self)
        }
        return files
    }
}

extension Reading {
    /// `4:12 unknown-key`, for tests that look at several at once.
    var told: [String] { findings.map { "\($0.place.file):\($0.place.line):\($0.place.column) \($0.kind)" } }

    var accueil: Dialog? { script?.dialogs["accueil"] }
}

extension Dialog {
    /// The source words of a screen that ends.
    func end(_ id: String = "a") -> String? {
        guard case .end(let words)? = screens[id]?.kind else { return nil }
        return words.source.ussd.raw
    }

    func question(_ id: String = "a") -> Question? {
        guard case .question(let question)? = screens[id]?.kind else { return nil }
        return question
    }
}
