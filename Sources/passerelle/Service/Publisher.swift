import Conversations
import DialogFiles
import Dialogs
import Foundation
import Store

/// Brings the dialogs' folder into the database, and versions of it to life.
struct Publisher {
    enum Imported {
        /// With the options that changed their number since the version that was live before.
        case live(VersionID, moved: [MovedOption])
        /// The folder is what was imported last; whatever is live stays.
        case unchanged
        /// It has errors; the version that is live stays.
        case broken([Finding])
        /// Translations are missing or stale, and that was not allowed.
        case stale([Finding])
    }

    let store: Store
    let shelf: ScriptShelf
    let settings: ScriptSettings
    let disk: DialogsOnDisk
    let channels: [Channel]
    let clock: @Sendable () -> Date

    /// - Parameter always: makes the folder live even if it is what was imported last, as `publish` does after a rollback.
    func importFolder(
        by whom: String, withStale: Bool, always: Bool, takingOver takeover: Takeover = .atNextSession
    ) async throws -> Imported {
        let bytes = try disk.files()
        let checked = CheckedDialogs(files: bytes, as: settings, channels: channels)
        guard checked.isSound, let script = checked.script else { return .broken(checked.errors) }
        let stale = checked.findings.filter { ["translation-missing", "translation-stale"].contains($0.kind) }
        if !withStale, !stale.isEmpty { return .stale(stale) }
        let before = try await store.lastImport()
        let version = try await store.publish(bytes.mapValues { String(decoding: $0, as: UTF8.self) }, by: whom, at: clock())
        shelf.put(script, for: version)
        if version == before, !always, try await store.liveVersion() != nil { return .unchanged }
        let moved = try await liveScript().map { movedOptions(from: $0, to: script) } ?? []
        try await store.makeLive(version, by: whom, at: clock(), takingOver: takeover)
        return .live(version, moved: moved)
    }

    /// Whether the folder is what was imported last, and something is live: then a start need not wait until it is examined.
    func isAsImported() async -> Bool {
        guard let files = try? disk.files(), let before = try? await store.lastImport(), (try? await store.liveVersion()) != nil else {
            return false
        }
        return VersionID(of: files.mapValues { String(decoding: $0, as: UTF8.self) }) == before
    }

    private func liveScript() async throws -> Script? {
        guard let live = try await store.liveVersion() else { return nil }
        if let script = shelf[live] { return script }
        return try? settings.compile(try await store.files(of: live))
    }

    func rollBack(to version: VersionID, by whom: String) async throws {
        _ = try settings.compile(try await store.files(of: version))
        try await store.makeLive(version, by: whom, at: clock())
    }
}
