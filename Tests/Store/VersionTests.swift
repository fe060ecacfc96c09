import Dialogs
import Foundation
import Store
import Testing

struct VersionTests {
    private let first = ["accueil.yaml": "start: a\n"]
    private let second = ["accueil.yaml": "start: b\n"]

    @Test func `the same files are the same version`() async throws {
        let store = try (try Scratch()).open()
        let one = try await store.publish(first, by: "folder", at: .start)
        let again = try await store.publish(first, by: "Ada", at: .start + 10)
        #expect(one == again)
        let versions = try await store.versions()
        #expect(versions.map(\.by) == ["folder"])
        #expect(versions.map(\.imported) == [.start + 10])
        #expect(try await store.liveVersion() == nil)
        await store.close()
    }

    @Test func `a rollback stays, and the last import is remembered apart`() async throws {
        let store = try (try Scratch()).open()
        let one = try await store.publish(first, by: "folder", at: .start)
        try await store.makeLive(one, by: "folder", at: .start)
        let two = try await store.publish(second, by: "folder", at: .start + 10)
        try await store.makeLive(two, by: "folder", at: .start + 10)
        try await store.makeLive(one, by: "Ada", at: .start + 20)
        #expect(try await store.liveVersion() == one)
        #expect(try await store.lastImport() == two)
        let versions = try await store.versions()
        #expect(versions.map(\.id) == [two, one])
        #expect(versions.map(\.isLive) == [false, true])
        #expect(versions.map(\.liveBy) == ["folder", "Ada"])
        #expect(try await store.files(of: two) == second)
        await store.close()
    }

    @Test func `a version that is not there is told`() async throws {
        let store = try (try Scratch()).open()
        let none = VersionID(rawValue: "000000000000")
        await #expect(throws: StoreProblem.unknownVersion("000000000000")) { try await store.makeLive(none, by: "Ada", at: .start) }
        await #expect(throws: StoreProblem.unknownVersion("000000000000")) { try await store.files(of: none) }
        await store.close()
    }

    @Test func `nothing on a disk serves a trial`() async throws {
        let store = try await Store.inMemory(clock: { .start }, chance: .seeded(3)).ready()
        try await store.take(Taking(effects: [.signUp(.drafted())]))
        #expect(try await store.allSignUps.count == 1)
        await store.close()
    }
}
