import Crypto
import Foundation
import GRDB

/// The words of a turn as the programs before `said` sealed them: a box each.
struct OldWords {
    /// The first byte of a box is its number.
    private let key: SymmetricKey

    struct NoKey: Error {}

    /// - Parameter path: of the key's file, with one seal in it.
    init(keyFile path: String) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
        guard let digits = lines.first(where: { $0.first == "seal" })?.last else { throw NoKey() }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(digits.dropFirst($0).prefix(2), radix: 16) }
        key = SymmetricKey(data: bytes)
    }

    /// Takes the words of each turn out of their one box.
    func takeApart(_ db: Database, of now: String, to old: String) throws {
        for row in try Row.fetchAll(db, sql: "SELECT recording, number, said FROM \(now).turn WHERE said IS NOT NULL") {
            let box: Data = row["said"]
            var rest = try AES.GCM.open(AES.GCM.SealedBox(combined: box.dropFirst()), using: key, authenticating: Data("said".utf8))
            for column in ["typed", "shown", "reply"] {
                let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
                let text = length > 0 ? rest.dropFirst(4).prefix(length - 1) : nil
                rest = Data(rest.dropFirst(4 + max(0, length - 1)))
                let alone = try text.flatMap { try AES.GCM.seal($0, using: key, authenticating: Data(column.utf8)).combined }
                try db.execute(
                    sql: "UPDATE \(old).turn SET \(column) = ? WHERE recording = ? AND number = ?",
                    arguments: [alone.map { box.prefix(1) + $0 }, row["recording"] as Data, row["number"] as Int])
            }
        }
    }
}
