import Foundation
import Store
import Testing

/// The power fails at one call to the disk after the other; what was not synced is dropped, torn or written in another order.
struct PowerLossTests {
    /// A walk that was written down, with what everybody was told at which moment.
    private struct Recorded {
        var judge: Judge
        var events: [Disk.Event]
        /// By the number of the turn.
        var turns: [(person: Int, shown: String)]
        var key: Data
    }

    private static func recorded(_ durability: Durability) async throws -> Recorded {
        let people = [Walk.person(0, .erases), Walk.person(1), Walk.person(2, .stops), Walk.person(3)]
        let judge = try await Judge(of: people)
        let scratch = try Scratch()
        let disk = Disk(scratch.folder)
        let clock = Service.Clock()
        var turns: [(person: Int, shown: String)] = []
        var shown = [[String]](repeating: [], count: people.count)
        var service = try await Service(in: scratch.folder, clock: clock, durability: durability)
        for round in 0..<(people.map(\.steps.count).max() ?? 0) {
            clock.advance(5)
            for (index, person) in people.enumerated() where round < person.steps.count {
                let outcome = try #require(await service.take(person.steps[round], of: person, shown: shown[index]).shown)
                shown[index].append(outcome)
                disk.tell(turns.count)
                turns.append((index, outcome))
            }
            switch round {
            case 1:
                // So many that the log is written back, not emptied.
                await service.writeBack()
            case 3:
                await service.store.close()
                service = try await Service(in: scratch.folder, clock: clock, seed: 2, durability: durability)
            default: break
            }
        }
        await service.store.close()
        let key = try Data(contentsOf: scratch.folder.appendingPathComponent("passerelle.key"))
        return Recorded(judge: judge, events: disk.events, turns: turns, key: key)
    }

    /// What is lost where the power fails behind that event.
    private static func losses(_ recorded: Recorded, _ left: [String: [UInt8]], told: [[String]]) async throws -> [String] {
        let scratch = try Scratch()
        for (name, bytes) in left { try Data(bytes).write(to: scratch.folder.appendingPathComponent(name)) }
        try recorded.key.write(to: scratch.folder.appendingPathComponent("passerelle.key"))
        let clock = Service.Clock()
        clock.advance(600)
        do {
            let service = try await Service(in: scratch.folder, clock: clock, seed: 3, durability: .off)
            let faults = try await recorded.judge.faults(of: service, told: told)
            await service.store.close()
            return try faults + Judge.damage(in: scratch.folder)
        } catch {
            return ["\(error)"]
        }
    }

    private static func losses(_ durability: Durability, seed: UInt64, points: Int) async throws -> (lost: [String], points: Int) {
        let recorded = try await recorded(durability)
        var platter = Platter(seed: seed)
        var draws = Draws(seed: seed ^ 0xD15C)
        var told = [[String]](repeating: [], count: recorded.judge.people.count)
        var lost: [String] = []
        var tried = 0
        for (index, event) in recorded.events.enumerated() {
            platter.take(event)
            if case .told(let turn) = event { told[recorded.turns[turn].person].append(recorded.turns[turn].shown) }
            guard draws.draw(recorded.events.count) < points else { continue }
            tried += 1
            let found = try await losses(recorded, platter.withoutPower(), told: told)
            if !found.isEmpty { lost.append("seed \(seed), behind event \(index) of \(recorded.events.count): \(found)") }
        }
        return (lost, tried)
    }

    /// More of both, to look for longer: `DISK_SEEDS=20 DISK_POINTS=900 swift test --filter PowerLossTests`.
    private static func asked(_ name: String, _ usual: Int) -> Int {
        max(1, ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual)
    }

    private static let seeds = Array(1...UInt64(asked("DISK_SEEDS", 2)))

    @Test(arguments: seeds) func `nothing that was told is lost with the power`(_ seed: UInt64) async throws {
        let points = Self.asked("DISK_POINTS", 60)
        let (lost, tried) = try await Self.losses(.full, seed: seed, points: points)
        #expect(tried > points / 2)
        #expect(lost == [])
    }

    @Test(arguments: [Durability.normal, .off]) func `the control: with less than full syncs it is`(_ durability: Durability) async throws {
        let (lost, points) = try await Self.losses(durability, seed: 1, points: 40)
        #expect(points > 20)
        #expect(!lost.isEmpty)
    }
}
