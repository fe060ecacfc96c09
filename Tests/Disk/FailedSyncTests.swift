import Foundation
import GRDB
import Store
import Testing

/// A sync fails once. The kernel then takes for clean what it has not written, shows it to every process as if it were there, and says
/// nothing of it at the next sync: what was told must not be built on it.
struct FailedSyncTests {
    private static let people = [Walk.person(0), Walk.person(1), Walk.person(2)]

    /// A few people on a disk of their own, and what each was told.
    private struct Scene {
        let judge: Judge
        var scratch: Scratch
        var disk: Disk
        var service: Service
        var told = [[String]](repeating: [], count: FailedSyncTests.people.count)

        init() async throws {
            judge = try await Judge(of: FailedSyncTests.people)
            scratch = try Scratch()
            disk = Disk(scratch.folder)
            service = try await Service(in: scratch.folder)
        }

        /// Each takes their next step, one after the other; what fails is told to nobody.
        mutating func walk(_ persons: [Int]) async {
            for person in persons {
                service.clock.advance(5)
                let step = FailedSyncTests.people[person].steps[told[person].count]
                let shown = await service.take(step, of: FailedSyncTests.people[person], shown: told[person]).shown
                if let shown { told[person].append(shown) }
            }
        }

        /// The process is killed, and another begins from what the kernel shows.
        mutating func killed() async throws {
            let next = try Scratch()
            for name in ["passerelle.sqlite", "passerelle.sqlite-wal", "passerelle.key"] {
                let from = scratch.folder.appendingPathComponent(name)
                guard FileManager.default.fileExists(atPath: from.path) else { continue }
                try FileManager.default.copyItem(at: from, to: next.folder.appendingPathComponent(name))
            }
            disk = Disk(next.folder, goingOnFrom: disk)
            // Held, for the first one's files must not be closed as if nothing had happened.
            service = try await Service(in: next.folder, clock: service.clock, seed: 7)
            scratch = next
        }

        /// What is lost where the power fails now.
        func lossesWithoutPower() async throws -> [String] {
            var losses: [String] = []
            for seed in 1...4 as ClosedRange<UInt64> {
                var platter = Platter(seed: seed)
                disk.events.forEach { platter.take($0) }
                let left = try Scratch()
                for (name, bytes) in platter.withoutPower() { try Data(bytes).write(to: left.folder.appendingPathComponent(name)) }
                try FileManager.default.copyItem(
                    at: scratch.folder.appendingPathComponent("passerelle.key"), to: left.folder.appendingPathComponent("passerelle.key"))
                do {
                    let opened = try await Service(in: left.folder, clock: service.clock, seed: 8, durability: .off)
                    losses += try await judge.faults(of: opened, told: told)
                    await opened.store.close()
                    losses += try Judge.damage(in: left.folder)
                } catch {
                    losses.append("\(error)")
                }
            }
            return losses
        }
    }

    @Test func `of the log: what is committed after it is there without power`() async throws {
        var scene = try await Scene()
        await scene.walk([0, 1, 2])
        scene.disk.fail(Fault.failedSync.after(0, .on))
        await scene.walk([1])
        scene.disk.fail(nil)
        #expect(scene.told.map(\.count) == [1, 1, 1])
        await scene.walk([0, 2, 0])
        #expect(try await scene.lossesWithoutPower() == [])
        await scene.service.store.close()
    }

    @Test func `of the log, and the service is started anew: what is committed after it is there without power`() async throws {
        var scene = try await Scene()
        await scene.walk([0, 1, 2])
        scene.disk.fail(Fault.failedSync.after(0, .on))
        await scene.walk([1])
        scene.disk.fail(nil)
        let first = scene.service
        try await scene.killed()
        await scene.walk([0, 2, 0])
        #expect(try await scene.lossesWithoutPower() == [])
        await scene.service.store.close()
        await first.store.close()
    }

    @Test func `of the database: the log is kept, and a restart begins from it`() async throws {
        var scene = try await Scene()
        await scene.walk([0, 1, 2])
        // Whoever reads keeps a part of the log from being written back; what is, is not synced yet.
        let reader = try Reader(of: scene.scratch.folder)
        await scene.walk([0, 1])
        await scene.service.writeBack()
        try reader.close()
        await scene.walk([2])
        scene.disk.fail(Fault.failedSync.after(1, .once))
        await scene.service.writeBack()
        #expect(scene.disk.fired == 1)
        #expect(await scene.service.store.health().mustRestart)
        await scene.walk([0, 1, 2])
        await scene.service.writeBack()
        await scene.walk([0])
        #expect(try await scene.lossesWithoutPower() == [])
        await scene.service.store.close()
        #expect(try await scene.lossesWithoutPower() == [], "closed, which does not throw the log away")
        try await scene.killed()
        #expect(!(await scene.service.store.health().mustRestart))
        await scene.walk([1, 2])
        await scene.service.writeBack()
        await scene.walk([1])
        #expect(try await scene.lossesWithoutPower() == [], "started anew")
        await scene.service.store.close()
        #expect(try await scene.lossesWithoutPower() == [], "and stopped")
    }
}

/// Somebody who reads, and keeps what they see from being overwritten.
private struct Reader {
    private let queue: DatabaseQueue

    init(of folder: URL) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: folder.appendingPathComponent("passerelle.sqlite").path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM contact")
        }
    }

    func close() throws {
        try queue.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
        try queue.close()
    }
}
