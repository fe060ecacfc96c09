import ServiceLifecycle

/// Watches the dialogs' folder by looking at it again and again: that works on every file system, network ones too.
package struct FolderWatch: Service {
    private let interval: Duration
    private let rest: Duration
    private let imported: FolderSnapshot
    private let snapshot: @Sendable () -> FolderSnapshot
    private let changed: @Sendable (FolderSnapshot) async -> Void

    /// - Parameters:
    ///   - imported: the folder as it was when it was last imported.
    ///   - changed: called when the folder has been still for `rest` and is not as it was at the last call; it says itself what was wrong with it.
    package init(
        imported: FolderSnapshot, every interval: Duration = .milliseconds(500), rest: Duration = .seconds(2),
        snapshot: @escaping @Sendable () -> FolderSnapshot, changed: @escaping @Sendable (FolderSnapshot) async -> Void
    ) {
        self.imported = imported
        self.interval = interval
        self.rest = rest
        self.snapshot = snapshot
        self.changed = changed
    }

    package func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var folder = StillFolder(taken: imported, rest: rest, at: .now)
            while true {
                try await Task.sleep(for: interval)
                let now = snapshot()
                if folder.look(now, at: .now) { await changed(now) }
            }
        }
    }
}
