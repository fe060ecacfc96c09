import Dialogs
import Foundation
import Store
import Synchronization
import Testing
import Texting

/// Holds the writer up, so that what comes meanwhile waits together.
final class Held: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let inside = DispatchSemaphore(value: 0)
    private let store: Store
    private let task: Mutex<Task<Void, Never>?> = Mutex(nil)

    init(_ store: Store) async {
        self.store = store
        let (gate, inside) = (gate, inside)
        let holding = Task {
            _ = await store.turn(arrived: .distantFuture) { _ in
                inside.signal()
                gate.wait()
            }
        }
        task.withLock { $0 = holding }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                inside.wait()
                continuation.resume()
            }
        }
    }

    func untilWaiting(_ count: Int) async {
        while await store.health().waiting < count { await Task.yield() }
    }

    func letGo() async {
        gate.signal()
        await task.withLock { $0 }?.value
    }
}

extension WriteFate {
    var name: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .failed: "failed"
        }
    }
}

struct WriterTests {
    struct Mishap: Error {}

    private func number(_ index: Int) -> PhoneNumber { PhoneNumber(e164: "+2376700000\(index + 10)") }

    @Test func `what waits together is one transaction`() async throws {
        let store = try await (try Scratch()).open().ready()
        let before = await store.health().counts
        let held = await Held(store)
        let turns = (0..<40).map { index in Task { try await store.take(Taking(number: number(index), session: "S\(index)")) } }
        await held.untilWaiting(40)
        await held.letGo()
        for turn in turns { try await turn.value }
        let after = await store.health().counts
        #expect(after.writes - before.writes == 41)
        #expect(after.batches - before.batches == 2)
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == 40)
        await store.close()
    }

    @Test func `a batch takes no more than 64`() async throws {
        let store = try await (try Scratch()).open().ready()
        let before = await store.health().counts
        let held = await Held(store)
        let turns = (0..<65).map { index in Task { try await store.take(Taking(number: number(index), session: "S\(index)")) } }
        await held.untilWaiting(65)
        await held.letGo()
        for turn in turns { try await turn.value }
        #expect(await store.health().counts.batches - before.batches == 3)
        await store.close()
    }

    @Test func `one that fails harms no other of its batch`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        let held = await Held(store)
        let turns = (0..<5).map { index in
            Task {
                await store.turn(arrived: .start) { desk in
                    try Taking(number: number(index), session: "S\(index)").keep(at: desk)
                    if index == 2 { throw Mishap() }
                }.name
            }
        }
        await held.untilWaiting(5)
        await held.letGo()
        var fates: [String] = []
        for turn in turns { fates.append(await turn.value) }
        #expect(fates == ["done", "done", "failed", "done", "done"])
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == 4)
        #expect(try await store.allMessages().count == 8)
        await store.close()
    }

    /// SQLite drops the whole transaction where a statement without a journal of its own finds the disk full.
    @Test func `on a full disk each turn that fits is durable, and the others are told`() async throws {
        let scratch = try Scratch()
        let small = try await scratch.open().ready()
        let pages = try await small.facts().bytes / 4096
        await small.close()
        let store = try scratch.open(limits: StoreLimits(pages: pages + 8))
        let held = await Held(store)
        let attempts = Tally()
        let large = String(repeating: "x", count: 400_000)
        let turns = (0..<4).map { index in
            Task {
                await store.turn(arrived: .start) { desk in
                    attempts.add()
                    var taking = Taking(number: number(index), session: "S\(index)")
                    if index == 1 { taking.shown = large }
                    try taking.keep(at: desk)
                }.name
            }
        }
        await held.untilWaiting(4)
        await held.letGo()
        var fates: [String] = []
        for turn in turns { fates.append(await turn.value) }
        #expect(fates == ["done", "failed", "done", "done"])
        #expect(attempts.count > 4, "each once more, as the first transaction was dropped")
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == 3)
        #expect(try await store.allMessages().count == 6)
        #expect(try await store.facts().check == ["ok"])
        await store.close()
    }

    struct Patience: CustomTestStringConvertible {
        var waited: TimeInterval
        var fate: String
        var testDescription: String { "\(waited) s: \(fate)" }
    }

    @Test(arguments: [Patience(waited: 2.49, fate: "done"), Patience(waited: 2.5, fate: "withdrawn")])
    func `a turn that was not begun in time is withdrawn and stores nothing`(_ row: Patience) async throws {
        let clock = StandingClock()
        let store = try await (try Scratch()).open(clock).ready()
        let held = await Held(store)
        let turn = Task { await store.turn(arrived: .start) { try Taking().keep(at: $0) }.name }
        await held.untilWaiting(1)
        clock.advance(row.waited)
        await held.letGo()
        #expect(await turn.value == row.fate)
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == (row.fate == "done" ? 1 : 0))
        await store.close()
    }

    @Test func `one more than the queue holds is refused at once`() async throws {
        let store = try await (try Scratch()).open(limits: StoreLimits(queue: 16)).ready()
        let held = await Held(store)
        let turns = (0..<16).map { index in Task { try await store.take(Taking(number: number(index), session: "S\(index)")) } }
        await held.untilWaiting(16)
        #expect(await store.turn(arrived: .start) { try Taking().keep(at: $0) }.name == "refused")
        await held.letGo()
        for turn in turns { try await turn.value }
        await store.close()
    }

    @Test func `the queue holds 1,024`() { #expect(StoreLimits().queue == 1024) }

    @Test func `who gives up waiting undoes nothing`() async throws {
        let store = try await (try Scratch()).open().ready()
        let held = await Held(store)
        let givenUp = Task { await store.turn(arrived: .start) { try Taking().keep(at: $0) }.name }
        let other = Task { await store.turn(arrived: .start) { try Taking(number: .ben, session: "S2").keep(at: $0) }.name }
        await held.untilWaiting(2)
        givenUp.cancel()
        await held.letGo()
        #expect(await givenUp.value == "done")
        #expect(await other.value == "done")
        #expect(try await store.contacts(since: nil, .people, after: nil).items.count == 2)
        await store.close()
    }

    @Test func `what waits is done before the end, and nothing is taken after it`() async throws {
        let scratch = try Scratch()
        let store = try await scratch.open().ready()
        let held = await Held(store)
        let turn = Task { await store.turn(arrived: .start) { try Taking().keep(at: $0) }.name }
        await held.untilWaiting(1)
        let closing = Task { await store.close() }
        await held.letGo()
        await closing.value
        #expect(await turn.value == "done")
        #expect(await store.turn(arrived: .start) { _ in }.name == "refused")
        let again = try scratch.open()
        #expect(try await again.contacts(since: nil, .people, after: nil).items.count == 1)
        await again.close()
    }
}
