package import Foundation
import GRDB

/// Everything that is kept, behind calls that speak in the domain's types.
package final class Store: Sendable {
    let database: any DatabaseReader
    /// nil where it was opened to read.
    let writer: Writer?
    let sealer: Sealer
    let retention: Retention
    let chance: Chance
    let erasures: ErasureLog?
    let checkpoints: Checkpoints?
    let path: String?
    /// nil where nobody asked for room to be kept.
    let space: DiskSpace?
    /// Rung where something was queued, so that nobody has to look again and again.
    package let bell = Bell()
    private let tools: DeskTools

    init(
        _ database: any DatabaseReader, writer: Writer?, sealer: Sealer, retention: Retention, chance: Chance, erasures: ErasureLog?,
        checkpoints: Checkpoints?, path: String?, space: DiskSpace? = nil
    ) {
        self.database = database
        self.writer = writer
        self.sealer = sealer
        self.retention = retention
        self.chance = chance
        self.erasures = erasures
        self.checkpoints = checkpoints
        self.path = path
        self.space = space
        tools = DeskTools(sealer, chance, erasures, checkpoints, bell, space)
        writer?.start()
    }

    deinit { writer?.close() }

    /// Takes a turn at the desk: all of it becomes durable with what else waits, or none of it ever does.
    ///
    /// - Parameter arrived: when its message came in; 2.5 s later it is not begun any more.
    package func turn<Value: Sendable>(
        arrived: Date, _ work: @escaping @Sendable (TurnDesk) throws -> Value
    ) async -> WriteFate<Value> {
        guard let writer else { return .refused }
        return await writer.write(arrived: arrived) { [tools] db in try work(TurnDesk(db, tools)) }
    }

    /// What staff want done at the desk, whenever its turn comes.
    package func change<Value: Sendable>(_ work: @escaping @Sendable (TurnDesk) throws -> Value) async throws -> Value {
        return try await write { [tools] db in try work(TurnDesk(db, tools)) }
    }

    /// Work at the desk that nobody waits for, slice by slice behind what people wait for.
    ///
    /// - Parameter work: one slice, in a transaction of its own; false once there is nothing left.
    package func upkeep(_ work: @escaping @Sendable (TurnDesk) throws -> Bool) async throws {
        guard let writer else { throw StoreProblem.notDurable }
        try await writer.bulk { [tools] db in try work(TurnDesk(db, tools)) }
    }

    /// A look from the desk at what would be decided there: nothing can be changed by it.
    package func look<Value: Sendable>(_ work: @escaping @Sendable (TurnDesk) throws -> Value) async throws -> Value {
        return try await read { [tools] db in try work(TurnDesk(db, tools)) }
    }

    /// Something that staff or the program itself change.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        switch await writer?.write(arrived: nil, work) ?? .refused {
        case .done(let value): return value
        case .failed(let error): throw error
        case .refused, .withdrawn: throw StoreProblem.notDurable
        }
    }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await database.read { db in try work(Connection(db: db, statements: StatementCache())) }
    }

    /// Finishes what waits, then closes the file; nothing is taken any more.
    package func close() async {
        await writer?.stop()
        if let checkpoints, let writing = database as? any DatabaseWriter {
            try? await writing.writeWithoutTransaction { db in checkpoints.runLast(Connection(db: db, statements: StatementCache())) }
            guard !checkpoints.areOver else {
                // To close it would write the log back, and throw it away.
                _ = Unmanaged.passRetained(database as AnyObject)
                return
            }
        }
        try? database.close()
    }
}
