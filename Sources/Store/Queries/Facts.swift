/// What `doctor` tells of the database, without anything of a person.
package struct DatabaseFacts: Equatable, Sendable {
    package var sqliteVersion: String
    /// From 3.51.3 on, two connections may checkpoint at the same moment.
    package var isSafeForTwoWriters: Bool
    /// What `PRAGMA quick_check` says; `ok` alone is well.
    package var check: [String]
    package var bytes: Int
    package var migrations: [String]
    package var counts: [String: Int]
    package var live: VersionID?
    /// Whether the key opens what was sealed with it.
    package var keyFits: Bool
}

/// What `/health/ready` asks.
package struct Health: Equatable, Sendable {
    package var live: VersionID?
    package var waiting: Int
    /// Set while the last batch could not be made durable.
    package var isFailing: Bool
    package var room: Room
    /// Set once a sync has failed, until the service is started anew.
    package var mustRestart: Bool
    package var counts: WriterCounts
}
