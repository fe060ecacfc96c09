import Foundation
import Server
import ServiceLifecycle
import Synchronization
import Testing

@Suite struct `the folder is watched` {
    private static func folder(_ sizes: [String: Int]) -> FolderSnapshot {
        sizes.mapValues { FileStamp(size: $0, modified: Date(timeIntervalSince1970: 0)) }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Seconds since the start, what is seen then, and whether it is to be taken.
        var looks: [(Double, [String: Int], Bool)]

        init(_ label: String, _ looks: [(Double, [String: Int], Bool)]) { (testDescription, self.looks) = (label, looks) }
    }

    static let cases = [
        Case("nothing changes", [(0, ["a": 1], false), (9, ["a": 1], false)]),
        Case("a change that has been still for two seconds", [(1, ["a": 2], false), (2.9, ["a": 2], false), (3, ["a": 2], true)]),
        Case("it is told once", [(1, ["a": 2], false), (3, ["a": 2], true), (3.5, ["a": 2], false), (9, ["a": 2], false)]),
        Case(
            "every further change begins the rest anew",
            [(1, ["a": 2], false), (2.5, ["a": 2, "b": 1], false), (4, ["a": 2, "b": 1], false), (4.5, ["a": 2, "b": 1], true)]),
        Case("undone in time, it is none", [(1, ["a": 2], false), (2, ["a": 1], false), (9, ["a": 1], false)]),
        Case(
            "undone after it was taken, it is one more",
            [(1, ["a": 2], false), (3, ["a": 2], true), (4, ["a": 1], false), (6, ["a": 1], true)]),
        Case("a file goes", [(1, [:], false), (3, [:], true)]),
    ]

    @Test(arguments: cases) func `it is taken when it has come to rest`(_ one: Case) {
        let start = ContinuousClock.now
        var folder = StillFolder(taken: Self.folder(["a": 1]), rest: .seconds(2), at: start)
        for (seconds, sizes, isTaken) in one.looks {
            #expect(folder.look(Self.folder(sizes), at: start.advanced(by: .seconds(seconds))) == isTaken, "at \(seconds) s")
        }
    }

    @Test func `the service looks by itself, and stops when it is asked to`() async throws {
        let (calls, source) = AsyncStream.makeStream(of: FolderSnapshot.self)
        let seen = Mutex(["a": 1])
        let watch = FolderWatch(
            imported: Self.folder(["a": 1]), every: .milliseconds(2), rest: .milliseconds(10),
            snapshot: { Self.folder(seen.withLock { $0 }) }, changed: { source.yield($0) })
        try await running({ started in
            Started(watch, started)
        }) { _, _ in
            seen.withLock { $0 = ["a": 2] }
            for await snapshot in calls.prefix(1) { #expect(snapshot == Self.folder(["a": 2])) }
        }
    }
}

/// Says that it runs, for a service that does not say so itself.
private struct Started: Service {
    let service: any Service
    let started: @Sendable (Int) async -> Void

    init(_ service: any Service, _ started: @escaping @Sendable (Int) async -> Void) {
        self.service = service
        self.started = started
    }

    func run() async throws {
        await started(0)
        try await service.run()
    }
}
