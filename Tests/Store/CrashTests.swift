import Dialogs
import Foundation
import Store
import Testing

/// A killed process. It proves nothing of a lost power, for the kernel still writes what it was handed: that is `Tests/Disk`.
struct CrashTests {
    /// The files as a killed process leaves them: the log not written back.
    private func copied(_ scratch: Scratch) throws -> Scratch {
        let copy = try Scratch()
        for name in ["passerelle.sqlite", "passerelle.sqlite-wal", "passerelle.key"] {
            try FileManager.default.copyItem(atPath: scratch.path(name), toPath: copy.path(name))
        }
        return copy
    }

    @Test func `what was answered is there after a kill, for the service and for commands that read`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        try await store.take(Taking(effects: [.signUp(.drafted())]))
        let copy = try copied(scratch)
        await store.close()
        let reader = try Store.openToRead(at: copy.database)
        #expect(try await reader.allSignUps.map(\.phone) == [.awa])
        await reader.close()
        let again = try copy.open()
        #expect(try await again.allSignUps.map(\.phone) == [.awa])
        #expect(try await again.facts().check == ["ok"])
        await again.close()
    }

    /// The control: without the log the last commits are gone, so the test above does look at what the log holds.
    @Test func `without its log the sign-up is not there`() async throws {
        let scratch = try Scratch()
        await (try await scratch.open().ready()).close()
        let store = try scratch.open()
        try await store.take(Taking(effects: [.signUp(.drafted())]))
        let copy = try copied(scratch)
        await store.close()
        try FileManager.default.removeItem(atPath: copy.path("passerelle.sqlite-wal"))
        let again = try copy.open()
        #expect(try await again.allSignUps.isEmpty)
        await again.close()
    }
}
