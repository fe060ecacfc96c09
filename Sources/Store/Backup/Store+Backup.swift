package import Foundation
import GRDB

/// How a live database is copied without anybody having to wait for it.
package struct BackupPace: Sendable {
    /// Pages in one step, which takes well under a millisecond where the disk is not slow.
    package var pages: Int
    /// Waits between two steps; it is told how long the last one took.
    package var rest: @Sendable (Duration) async -> Void
    /// False once nobody wants the copy any more.
    package var goesOn: @Sendable () -> Bool

    package init(pages: Int = 64, rest: @escaping @Sendable (Duration) async -> Void, goesOn: @escaping @Sendable () -> Bool = { true }) {
        self.pages = pages
        self.rest = rest
        self.goesOn = goesOn
    }
}

extension Store {
    /// After so many pages the copy is written to the disk: 16 MiB.
    private static let syncEvery = 4_096

    /// Copies the database to a new file while turns are taken.
    ///
    /// - Returns: the moment that the copy shows.
    package func copy(
        to path: String, _ pace: BackupPace, clock: @escaping @Sendable () -> Date, progress: @Sendable (BackupProgress) -> Void
    ) async throws -> Date {
        guard let database = database as? any DatabaseWriter, writer != nil else { throw BackupProblem.stopped }
        let copy = try BackupCopy(to: path)
        var isWhole = false
        defer {
            Self.letGo(of: database, by: copy)
            if !isWhole { unlink(path) }
        }
        var synced = 0
        while pace.goesOn() {
            let begun = ContinuousClock.now
            let (done, at) = try await database.writeWithoutTransaction { db in (try copy.step(db, pages: pace.pages), clock()) }
            progress(done)
            if done.isDone {
                try copy.sync()
                isWhole = true
                return at
            }
            let took = ContinuousClock.now - begun
            if done.copied - synced >= Self.syncEvery {
                try copy.sync()
                synced = done.copied
            }
            await pace.rest(took)
        }
        throw BackupProblem.stopped
    }

    /// Not `async`, so that it is done in a task that was cancelled too.
    private static func letGo(of database: any DatabaseWriter, by copy: BackupCopy) {
        database.writeWithoutTransaction { _ in copy.finish() }
    }

    /// The same of a database that no service has open; the caller holds the `DatabaseLock`. It is not brought up to date: a backup before
    /// an upgrade shows what was there before it.
    package static func copy(
        databaseAt source: String, to path: String, clock: () -> Date, progress: (BackupProgress) -> Void
    ) throws -> Date {
        let queue = try openedAsItIs(source)
        let copy = try BackupCopy(to: path)
        var isWhole = false
        defer {
            letGo(of: queue, by: copy)
            try? queue.close()
            if !isWhole { unlink(path) }
        }
        while true {
            let done = try queue.writeWithoutTransaction { db in try copy.step(db, pages: syncEvery) }
            progress(done)
            if done.isDone { break }
        }
        try copy.sync()
        isWhole = true
        return clock()
    }

    /// When the backup was made that was kept last; nil where there is none.
    package func lastBackup() async throws -> Date? {
        try await read { db in try db.moment("last-backup") }
    }

    /// A backup shows that moment and is kept.
    package func keptBackup(of moment: Date) async throws {
        try await write { db in try db.note("last-backup", moment) }
    }

    /// The same where no service has it open.
    package static func keptBackup(of moment: Date, databaseAt path: String) throws {
        let queue = try openedAsItIs(path)
        try queue.write { db in try Connection(alone: db).note("last-backup", moment) }
        try queue.close()
    }
}

extension Connection {
    /// For a few statements of a connection that is nobody else's.
    init(alone db: Database) { self.init(db: db, statements: StatementCache()) }

    /// What is remembered as a moment, by its name.
    func moment(_ name: String) throws -> Date? {
        guard let value = try row("SELECT value FROM setting WHERE name = ?", [name])?[0] as Data? else { return nil }
        return Int64(String(decoding: value, as: UTF8.self)).map { Date(milliseconds: $0) }
    }

    func note(_ name: String, _ moment: Date) throws {
        try run(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [name, Data("\(moment.milliseconds)".utf8)])
    }
}
