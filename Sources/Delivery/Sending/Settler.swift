import Foundation
import Logging
import Store
import Synchronization

/// Writes down what became of messages: all that waits in one slice, again and again until it is durable.
actor Settler {
    private let store: Store
    private let isClosed: @Sendable () -> Bool
    private var waiting: [(settlement: Settlement, done: CheckedContinuation<Void, Never>)] = []
    private var isWriting = false
    private let logger = Logger(label: "passerelle.delivery")

    /// In one slice of the writer's time, which must be over in less than 5 ms.
    private static let slice = 25
    /// A disk that is full now may not be in a while; what is not written is in doubt after the next start.
    private static let pause = Duration.seconds(1)
    /// So often it is tried once nothing more is sent, so that an orderly stop ends.
    private static let lastTries = 3

    init(store: Store, isClosed: @escaping @Sendable () -> Bool) {
        self.store = store
        self.isClosed = isClosed
    }

    /// Returns when it is durable.
    func settle(_ settlement: Settlement) async {
        await withCheckedContinuation { done in
            waiting.append((settlement, done))
            if !isWriting {
                isWriting = true
                Task { await writeAll() }
            }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let slice = Array(waiting.prefix(Self.slice))
            waiting.removeFirst(slice.count)
            do {
                try await write(slice.map(\.settlement))
            } catch {
                // One by one: what is wrong with one of them is no trouble of the others.
                for (settlement, _) in slice { await writeAlone(settlement) }
            }
            for (_, done) in slice { done.resume() }
        }
        isWriting = false
    }

    private func writeAlone(_ settlement: Settlement) async {
        var tries = 0
        while true {
            do {
                return try await write([settlement])
            } catch {
                tries += 1
                logger.error("what became of a message could not be stored", metadata: ["why": "\(type(of: error))"])
                // The store is closed: nobody will ever write it down here.
                if error as? StoreProblem == .notDurable || isClosed() && tries >= Self.lastTries { return }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    private func write(_ settlements: [Settlement]) async throws {
        try await store.upkeep { desk in
            for settlement in settlements { try settlement.write(at: desk) }
            return false
        }
    }
}
