import Foundation
import Store

/// Fills a database with people, through the calls that a turn uses. `bench-filling DATABASE CONTACTS`; run by Bench/lib/filled.sh.
@main
struct BenchFilling {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[2]) else {
            FileHandle.standardError.write(Data("bench-filling DATABASE CONTACTS\n".utf8))
            exit(2)
        }
        let store = try Store.open(
            at: arguments[1], clock: { Date() },
            chance: Chance {
                var system = SystemRandomNumberGenerator()
                return system.next()
            })
        let people = People(count: count, now: Date())
        for first in stride(from: 0, to: count, by: 10_000) {
            try await store.change { desk in
                for number in first..<min(first + 10_000, count) { try people.add(number, at: desk) }
            }
        }
        await store.close()
    }
}
