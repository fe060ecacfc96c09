import Foundation
import Store
import Testing

/// The n-th call to the disk fails, for every n of every step of a walk.
struct FailingCallTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var fault: Fault
    }

    static let writing = [
        Kind(testDescription: "no room to write", fault: .fullDisk),
        Kind(testDescription: "a write fails", fault: .failedWrite),
        Kind(testDescription: "half a write, then no room", fault: .shortWrite),
        Kind(testDescription: "a sync fails", fault: .failedSync),
    ]

    /// What was told, and what is expected of it, with the database opened afresh.
    private func judge(_ judge: Judge, _ told: [[String]], in scratch: Scratch, _ clock: Service.Clock) async throws {
        let service = try await Service(in: scratch.folder, clock: clock, seed: 5)
        #expect(try await judge.faults(of: service, told: told) == [])
        await service.store.close()
        #expect(try Judge.damage(in: scratch.folder) == [])
    }

    @Test(arguments: writing) func `a call that fails once harms nobody of its batch`(_ kind: Kind) async throws {
        let pairs = 40
        let people = (0..<2 * pairs).map { Walk.person($0) }
        let scratch = try Scratch()
        let disk = Disk(scratch.folder)
        let service = try await Service(in: scratch.folder)
        var told = [[String]](repeating: [], count: people.count)
        var struck = 0
        for pair in 0..<pairs {
            var struckThisPair = 0
            for number in people[0].steps.indices {
                service.clock.advance(5)
                let batch = [2 * pair, 2 * pair + 1]
                let shown = await together(
                    batch.map { (people[$0].steps[number], of: people[$0], shown: told[$0]) }, service,
                    ready: { disk.fail(kind.fault.after(pair, .once)) })
                struckThisPair += disk.fired
                disk.fail(nil)
                for (person, words) in zip(batch, shown) {
                    told[person].append(try #require(words, "\(person).\(number), at call \(pair)"))
                }
            }
            struck += struckThisPair
        }
        #expect(struck >= people[0].steps.count, "the fault struck each step at least once")
        await service.store.close()
        try await judge(Judge(of: people), told, in: scratch, service.clock)
    }

    @Test(arguments: writing) func `what goes on failing is told to nobody as kept, and all goes on when it is over`(
        _ kind: Kind
    ) async throws {
        let people = [Walk.person(0, .erases), Walk.person(1, .stops), Walk.person(2)]
        let scratch = try Scratch()
        let disk = Disk(scratch.folder)
        let service = try await Service(in: scratch.folder)
        var told = [[String]](repeating: [], count: people.count)
        var refused = 0
        for (index, person) in people.enumerated() {
            for number in person.steps.indices {
                var calls = 0
                while told[index].count == number {
                    service.clock.advance(1)
                    disk.fail(kind.fault.after(calls, .on))
                    let shown = await service.take(person.steps[number], of: person, shown: told[index]).shown
                    disk.fail(nil)
                    if let shown { told[index].append(shown) } else { refused += 1 }
                    calls += 1
                }
            }
        }
        #expect(refused >= people.reduce(0) { $0 + $1.steps.count }, "each step was refused at least once")
        await service.store.close()
        try await judge(Judge(of: people), told, in: scratch, service.clock)
    }

    @Test func `what cannot be read is told to nobody`() async throws {
        let people = [Walk.person(0, .erases), Walk.person(1)]
        let scratch = try Scratch()
        let disk = Disk(scratch.folder)
        let clock = Service.Clock()
        var told = [[String]](repeating: [], count: people.count)
        var refused = 0
        for (index, person) in people.enumerated() {
            for number in person.steps.indices {
                var calls = 0
                while told[index].count == number {
                    clock.advance(1)
                    // With nothing in its cache.
                    let service = try await Service(in: scratch.folder, clock: clock, seed: UInt64(1_000 * index + 100 * number + calls))
                    disk.fail(Fault.failedRead.after(calls, .on))
                    let shown = await service.take(person.steps[number], of: person, shown: told[index]).shown
                    disk.fail(nil)
                    if let shown { told[index].append(shown) } else { refused += 1 }
                    calls += 3
                    await service.store.close()
                }
            }
        }
        #expect(refused >= people.reduce(0) { $0 + $1.steps.count })
        try await judge(Judge(of: people), told, in: scratch, clock)
    }
}
