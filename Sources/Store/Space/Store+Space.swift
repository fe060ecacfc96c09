extension Store {
    /// Asks the disk how much room there is; what follows from it follows at once.
    package func lookAtSpace() { space?.look() }

    package var room: Room { space?.room ?? .enough }

    /// Whether a sync has failed, so that only a new start can write the log back.
    package var mustRestart: Bool { checkpoints?.areOver ?? false }
}

extension TurnDesk {
    package var room: Room { space?.room ?? .enough }
}

/// The disk of a database, as another process than the service sees it.
package struct SpaceFacts: Equatable, Sendable {
    package var free: Int
    /// Whether the service has given its ballast up, or could never lay it.
    package var isBallastMissing: Bool

    /// nil where the disk can't be asked.
    package init?(ofDatabaseAt path: String, under rules: SpaceRules = .standard) {
        guard let free = rules.free(path) else { return nil }
        self.free = free
        isBallastMissing = !Ballast(besideDatabaseAt: path, bytes: rules.ballast).isLaid
    }
}
