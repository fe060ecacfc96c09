import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// No room is left on the disk: STOP and erasures are taken all the same, whatever else is asked to come back, and all goes on by itself
/// when there is room.
struct FullDiskTests {
    private static let people = [Walk.person(0, .erases), Walk.person(1, .stops), Walk.person(2), Walk.person(3)]

    /// A service on a disk of its own that can be filled.
    private struct Scene {
        let scratch: Scratch
        let disk: Disk
        var service: Service
        var told = [[String]](repeating: [], count: FullDiskTests.people.count)

        init() async throws {
            scratch = try Scratch()
            disk = Disk(scratch.folder)
            service = try await Self.service(in: scratch, on: disk)
        }

        private static func service(in scratch: Scratch, on disk: Disk, floor: Int = 64 << 10) async throws -> Service {
            try await Service(
                in: scratch.folder, space: SpaceRules(ballast: 512 << 10, floor: floor, warning: 1 << 20, free: { _ in disk.free }))
        }

        /// Stopped, and started when nothing but that is left.
        mutating func restart(withRoomFor bytes: Int, floor: Int) async throws {
            await service.store.close()
            fill(butFor: bytes)
            service = try await Self.service(in: scratch, on: disk, floor: floor)
        }

        /// Nothing but that is left.
        func fill(butFor bytes: Int) { disk.hold(disk.used + bytes) }

        var ballast: Int? {
            try? FileManager.default.attributesOfItem(atPath: scratch.folder.appendingPathComponent("passerelle.ballast").path)[.size]
                as? Int
        }

        /// The next step of somebody; what was told, or how it ended instead.
        mutating func walk(_ person: Int) async -> String {
            guard told[person].count < FullDiskTests.people[person].steps.count else { return "at the end" }
            service.clock.advance(5)
            let outcome = await service.take(
                FullDiskTests.people[person].steps[told[person].count], of: FullDiskTests.people[person], shown: told[person])
            if let shown = outcome.shown { told[person].append(shown) }
            return switch outcome {
            case .reply(let reply): String(reply.text.prefix { !$0.isNewline })
            case .none: "-"
            case .refused: "refused"
            case .withdrawn: "withdrawn"
            case .failed: "failed"
            case .noScript: "no script"
            }
        }

        func text(_ words: String, from person: Int) async -> String {
            let facts = Channel(
                name: "sms", kind: .sms, code: "*123#", cost: [:], budget: PageBudget(letters: .gsm, units: 160), takesAnswers: true,
                network: nil)
            let channel = ChannelSettings(gateway: "http-sms", facts: facts, isTest: false)
            let inbound = Inbound(
                sender: FullDiskTests.people[person].number, session: "m\(person)", text: .message(words), stepKey: "m\(person)\(words)",
                network: nil)
            return switch await service.taker.take(inbound, on: channel, arrived: service.clock.now) {
            case .reply, .none: "taken"
            case .refused: "refused"
            case .withdrawn, .failed, .noScript: "failed"
            }
        }
    }

    @Test func `whoever wants to be left alone or erased is heard, the others are asked to come back, and then all goes on`() async throws {
        var scene = try await Scene()
        #expect(scene.ballast == 512 << 10)
        for person in [0, 1, 2] { for _ in 0..<4 { _ = await scene.walk(person) } }
        _ = await scene.walk(0)
        scene.fill(butFor: 2_000)
        #expect(await scene.walk(2) == "refused", "the first to find the disk full")
        #expect(scene.ballast == nil)
        #expect(await scene.service.store.health().room == .short)
        #expect(!(await scene.service.store.health().isFailing))
        #expect(await scene.walk(1) == "refused", "a sign-up")
        // The way to an erasure, by USSD.
        #expect(await scene.walk(0) == "Bonjour.")
        #expect(await scene.walk(0) == "Quoi ?")
        #expect(await scene.walk(0) == "Votre numero ?")
        #expect(await scene.walk(0) == "Efface.")
        #expect(await scene.text("BONJOUR", from: 3) == "refused")
        #expect(await scene.text("STOP", from: 3) == "taken")
        #expect(try await scene.service.store.contacts(since: nil, .people, after: nil).items.count { $0.hasOptedOut } == 1)
        await #expect(throws: StoreProblem.diskFull) {
            try await scene.service.store.publish(["accueil.yaml": "neu"], by: "test", at: scene.service.clock.now)
        }
        // The erasure has had the log emptied, which is room too.
        scene.fill(butFor: 300 << 10)
        scene.service.store.lookAtSpace()
        #expect(scene.ballast == nil, "there is no room for it yet")
        scene.disk.hold(nil)
        #expect(await scene.walk(2) == "refused", "until somebody looks")
        scene.service.store.lookAtSpace()
        #expect(scene.ballast == 512 << 10)
        #expect(await scene.service.store.health().room == .enough)
        #expect(await scene.walk(2).hasPrefix("Merci."))
        #expect(await scene.walk(1).hasPrefix("Merci."))
        #expect(await scene.walk(1) == "Bonjour.")
        await scene.service.store.close()
        #expect(try Judge.damage(in: scene.scratch.folder) == [])
    }

    @Test func `a batch in which the disk is found full loses nobody who wants to be left alone`() async throws {
        var scene = try await Scene()
        for person in [1, 2] { for _ in 0..<4 { _ = await scene.walk(person) } }
        for _ in 0..<3 { _ = await scene.walk(1) }
        scene.fill(butFor: 0)
        let told = scene.told
        let shown = await together(
            [1, 2].map { (Self.people[$0].steps[told[$0].count], of: Self.people[$0], shown: told[$0]) }, scene.service, ready: {})
        #expect(shown == ["END Arrete.", nil])
        await scene.service.store.close()
    }

    @Test func `little room is seen before there is none`() async throws {
        let scene = try await Scene()
        scene.fill(butFor: 65 << 10)
        scene.service.store.lookAtSpace()
        #expect(scene.service.store.room == .enough)
        scene.fill(butFor: 63 << 10)
        scene.service.store.lookAtSpace()
        #expect(scene.service.store.room == .short)
        #expect(scene.ballast == nil)
        await scene.service.store.close()
    }

    @Test func `when the ballast's room goes too, what is left is for the last step alone`() async throws {
        var scene = try await Scene()
        for _ in 0..<4 { _ = await scene.walk(1) }
        for _ in 0..<3 { _ = await scene.walk(1) }
        scene.fill(butFor: 0)
        scene.service.store.lookAtSpace()
        scene.fill(butFor: 200 << 10)
        scene.service.store.lookAtSpace()
        #expect(scene.service.store.room == .last)
        #expect(await scene.walk(2) == "refused", "a dial")
        #expect(await scene.walk(1) == "Arrete.")
        await scene.service.store.close()
    }

    struct Start: CustomTestStringConvertible {
        var testDescription: String
        var left: Int
        var floor: Int
    }

    @Test(arguments: [
        Start(testDescription: "that is seen to be full", left: 4_000, floor: 64 << 10),
        Start(testDescription: "that is found full on the way", left: 4_000, floor: 2_000),
    ])
    func `a service that starts on a disk`(_ start: Start) async throws {
        var scene = try await Scene()
        try await scene.restart(withRoomFor: start.left, floor: start.floor)
        #expect(scene.ballast == nil)
        #expect(scene.service.store.room == .short)
        #expect(await scene.walk(1) == "Bonjour.")
        #expect(await scene.walk(1) == "refused")
        #expect(await scene.text("STOP", from: 1) == "taken")
        await scene.service.store.close()
    }

    @Test func `the ballast has blocks of its own`() async throws {
        let scene = try await Scene()
        var status = stat()
        #expect(stat(scene.scratch.folder.appendingPathComponent("passerelle.ballast").path, &status) == 0)
        #expect(status.st_blocks * 512 >= 512 << 10)
        await scene.service.store.close()
    }
}
