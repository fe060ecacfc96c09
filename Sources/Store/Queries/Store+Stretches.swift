import Foundation

extension Store {
    /// Rows looked at in one read: what counts all that there is would keep the log from being written back for as long as it counts.
    package static let stretch = 5_000

    /// Walks a table by its key, each stretch in a read of its own.
    ///
    /// - Parameters:
    ///   - rows: of one read.
    ///   - look: reads what lies behind the first of the two keys, up to the second.
    ///   - gather: takes what one look gave.
    func eachStretch<Found: Sendable>(
        of table: String, _ rows: Int, _ look: @escaping @Sendable (Connection, Bindings) throws -> Found, then gather: (Found) -> Void
    ) async throws {
        var walked = Data()
        while true {
            let from = walked
            let step = try await read { db -> (last: Data, found: Found)? in
                let keys: SQL = "SELECT max(id) FROM (SELECT id FROM \(table) WHERE id > ? ORDER BY id LIMIT \(rows))"
                guard let last = try db.row(keys, [from]).flatMap({ $0[0] as Data? }) else { return nil }
                return (last, try look(db, [from, last]))
            }
            guard let step else { return }
            gather(step.found)
            walked = step.last
        }
    }
}
