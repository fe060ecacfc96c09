import CSQLite
package import Foundation
import GRDB

extension Store {
    /// Opens, or makes, the database of a service; the caller holds the `DatabaseLock`.
    ///
    /// The key lies beside it (`passerelle.key`, mode 0600) and is made from `chance` together with the database; never beside one that
    /// is there already.
    package static func open(
        at path: String, retention: Retention = .standard, limits: StoreLimits = StoreLimits(),
        space rules: SpaceRules? = nil, durability: Durability = .full, clock: @escaping @Sendable () -> Date, chance: Chance
    ) throws(StoreProblem) -> Store {
        let keyFile = KeyFile(besideDatabaseAt: path)
        let isNew = try isEmptyOrMissing(path)
        if isNew && !keyFile.exists { try keyFile.write(Keyring(drawnFrom: chance)) }
        let sealer = Sealer(keys: try keyFile.read())
        // Before all else: on a full disk it gives up the ballast, and with it there is room to open.
        let space = rules.map { DiskSpace(ofDatabaseAt: path, $0) }
        let pool = try opened(path) {
            do {
                return try openPool(at: path, limits, durability)
            } catch let error as DatabaseError where space?.gaveWay(to: error) == true {
                return try openPool(at: path, limits, durability)
            }
        }
        try checkKey(pool, sealer, keyPath: keyFile.path, isWritable: true)
        let checkpoints = Checkpoints()
        return Store(
            pool, writer: Writer(pool, limits: limits, checkpoints: checkpoints, space: space, clock: clock), sealer: sealer,
            retention: retention,
            chance: chance, erasures: ErasureLog(besideDatabaseAt: path), checkpoints: checkpoints, path: path, space: space)
    }

    private static func openPool(at path: String, _ limits: StoreLimits, _ durability: Durability) throws -> DatabasePool {
        try makePrivate(path)
        let pool = try DatabasePool(path: path, configuration: configuration())
        try writeBack(pool)
        try prepare(pool, durability)
        if let pages = limits.pages {
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        return pool
    }

    /// A log that was left is written back before anything is built on it: where a sync had failed, the kernel may show of it what is
    /// not on the disk.
    private static func writeBack(_ pool: DatabasePool) throws {
        do {
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            // There is room for little; what was synced is safe in the log.
        }
    }

    /// For commands that read, beside a service that runs.
    package static func openToRead(at path: String) throws(StoreProblem) -> Store {
        if try isEmptyOrMissing(path) { throw .noDatabase(path: path) }
        let keyFile = KeyFile(besideDatabaseAt: path)
        let sealer = Sealer(keys: try keyFile.read())
        let queue = try opened(path) {
            var configuration = configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try refuseNewer(queue)
            if try !queue.read(Schema.migrator.hasCompletedMigrations) { throw StoreProblem.olderProgram(path: path) }
            return queue
        }
        try checkKey(queue, sealer, keyPath: keyFile.path, isWritable: false)
        return Store(
            queue, writer: nil, sealer: sealer, retention: .standard, chance: Chance { 0 }, erasures: nil, checkpoints: nil, path: path)
    }

    /// Nothing on a disk: for `chat` and `test`.
    package static func inMemory(
        retention: Retention = .standard, clock: @escaping @Sendable () -> Date, chance: Chance
    ) throws(StoreProblem) -> Store {
        let sealer = Sealer(keys: Keyring(drawnFrom: chance))
        let queue = try opened(":memory:") {
            let queue = try DatabaseQueue(configuration: configuration())
            try prepare(queue, .full)
            return queue
        }
        try checkKey(queue, sealer, keyPath: "", isWritable: true)
        return Store(
            queue, writer: Writer(queue, limits: StoreLimits(), checkpoints: nil, clock: clock), sealer: sealer, retention: retention,
            chance: chance, erasures: nil, checkpoints: nil, path: nil)
    }

    /// Once, and only before SQLite's first use: later it changes nothing.
    private static let isMemoryUncounted = passerelle_sqlite_count_no_memory() == 0

    static func configuration() -> Configuration {
        _ = isMemoryUncounted
        var configuration = Configuration()
        configuration.busyMode = .timeout(Checkpoints.patience)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // What is deleted is overwritten, not left in free pages.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // We checkpoint ourselves, for SQLite says nothing where a sync fails in one of its own.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        }
        return configuration
    }

    private static func prepare(_ database: any DatabaseWriter, _ durability: Durability) throws {
        try refuseNewer(database)
        // GRDB sets NORMAL with the WAL, which may lose the last commits with the power.
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            // In KiB: the pages between the root and the leaves of a million contacts, and what the turns of now touch.
            try db.execute(sql: "PRAGMA cache_size = -32000")
        }
        try Schema.migrator.migrate(database)
    }

    /// Neither made nor brought up to date; the caller holds the `DatabaseLock`, or the file is nobody else's.
    static func openedAsItIs(_ path: String) throws(StoreProblem) -> DatabaseQueue {
        if try isEmptyOrMissing(path) { throw .noDatabase(path: path) }
        return try opened(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try refuseNewer(queue)
            return queue
        }
    }

    static func refuseNewer(_ database: any DatabaseReader) throws {
        let unknown = try database.read { db in
            let known = Set(Schema.migrator.migrations)
            return try Schema.migrator.appliedIdentifiers(db).subtracting(known).max()
        }
        if let unknown { throw StoreProblem.newerProgram(migration: unknown) }
    }

    /// Holds the key against a value that was sealed when the database was made.
    private static func checkKey(
        _ database: any DatabaseReader, _ sealer: Sealer, keyPath: String, isWritable: Bool
    ) throws(StoreProblem) {
        do {
            let stored = try database.read { db in try Data.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'key-check'") }
            if let stored {
                let opened = try? sealer.open(stored, .check)
                guard opened == Data(sealer.hash(.check, Data())) else { throw StoreProblem.keyDoesNotFit(path: keyPath) }
            } else if isWritable, let database = database as? any DatabaseWriter {
                let box = Data(try sealer.box(sealer.hash(.check, Data()), .check))
                try database.write { db in
                    try db.execute(sql: "INSERT INTO setting (name, value) VALUES ('key-check', ?)", arguments: [box])
                }
            }
        } catch let problem as StoreProblem {
            throw problem
        } catch {
            throw .cannotOpen(path: keyPath, why: "\(error)")
        }
    }

    static func opened<Opened>(_ path: String, _ work: () throws -> Opened) throws(StoreProblem) -> Opened {
        do {
            return try work()
        } catch let problem as StoreProblem {
            throw problem
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT {
            throw .notADatabase(path: path)
        } catch let error as DatabaseError {
            throw .cannotOpen(path: path, why: error.message ?? "SQLite \(error.resultCode.rawValue)")
        } catch {
            throw .cannotOpen(path: path, why: "\(error)")
        }
    }

    private static func isEmptyOrMissing(_ path: String) throws(StoreProblem) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return true }
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
        return status.st_size == 0
    }

    /// SQLite gives its other files the mode of the first.
    private static func makePrivate(_ path: String) throws(StoreProblem) {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
        Foundation.close(descriptor)
    }
}

extension ErasureLog {
    init(besideDatabaseAt path: String) {
        self.path = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("erased.log").path
    }
}
