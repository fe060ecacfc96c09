import Foundation

/// A folder of a test's own with a configuration, dialogs and a database to be; gone when the test is over.
final class Scratch: Sendable {
    let folder: URL
    let port: UInt16

    /// - Parameters:
    ///   - dialogs: the fixture that is copied; nil for no folder at all.
    ///   - watch: whether a change of the dialogs goes live by itself.
    init(dialogs: String? = "Dialogs", watch: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-\(UUID().uuidString)")
        port = try FreePort.find()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let dialogs { try FileManager.default.copyItem(at: Self.fixtures.appending(path: dialogs), to: self.dialogs) }
        try configure(watch: watch)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    var dialogs: URL { folder.appending(path: "Dialogs") }
    var configuration: URL { folder.appending(path: "passerelle.yaml") }
    var database: URL { folder.appending(path: "passerelle.sqlite") }
    var key: URL { folder.appending(path: "passerelle.key") }

    private func configure(watch: Bool) throws {
        try write(
            """
            listen: { host: 127.0.0.1, port: \(port) }
            database: passerelle.sqlite
            dialogs: { folder: Dialogs, start: accueil, watch: \(watch) }
            languages: [fr]
            country: { calling-code: 237, time-zone: Africa/Douala }
            channels:
              ussd: { gateway: africas-talking-ussd, code: "*123#", page: 160, idle: 30 s, total: 180 s, cost: gratuit }
              phone: { gateway: phone }
            outgoing: [{ via: phone }]

            """, to: configuration)
    }

    func write(_ text: String, to file: URL) throws {
        try Data(text.utf8).write(to: file, options: .atomic)
    }

    /// Puts other words in a file of the dialogs; fails where there was nothing to replace.
    func replace(_ old: String, with new: String, in dialog: String) throws {
        let file = dialogs.appending(path: dialog)
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(old) else { throw NothingToReplace(words: old, file: dialog) }
        try write(text.replacingOccurrences(of: old, with: new), to: file)
    }

    /// The same in the configuration.
    func replaceConfiguration(_ old: String, with new: String) throws {
        let text = try String(contentsOf: configuration, encoding: .utf8)
        guard text.contains(old) else { throw NothingToReplace(words: old, file: configuration.lastPathComponent) }
        try write(text.replacingOccurrences(of: old, with: new), to: configuration)
    }

    struct NothingToReplace: Error {
        let words: String
        let file: String
    }
}
