import Foundation
import Logging
import Store
import Synchronization

/// Writes down what became of messages: all that waits in one slice, again and again until it is durable.
actor Settler {
    private let store: Store
    private var waiting: [(settlement: Settlement, done: CheckedContinuation<Void, Never>)] = []
    private var isWriting = false
    private let logger = Logger(label: "passerelle.delivery")

    /// In one slice of the writer's time, which must be over in less than 5 ms.
    private static let slice = 25
    /// A disk that is full now may not be in a while; what is not written is in doubt after the next start.
    private static let pause = Duration.seconds(1)

    init(store: Store) { self.store = store }

    /// Returns when it is durable.
    func settle(_ settlement: Settlement) async {
        await withCheckedContinuation { done in
            waiting.append((settlement, done))
            if !isWriting {
                isWriting = true
                Task { await write() }
            }
        }
    }

    private func write() async {
        while !waiting.isEmpty {
            let slice = Array(waiting.prefix(Self.slice))
            waiting.removeFirst(slice.count)
            let settlements = slice.map(\.settlement)
            while true {
                do {
                    try await store.upkeep { desk in
                        for settlement in settlements { try settlement.write(at: desk) }
                        return false
                    }
                    break
                } catch {
                    logger.error("what became of messages could not be stored", metadata: ["messages": "\(slice.count)"])
                    // The store is closed: nobody will ever write it down here.
                    if error as? StoreProblem == .notDurable { break }
                    try? await Task.sleep(for: Self.pause)
                }
            }
            for (_, done) in slice { done.resume() }
        }
        isWriting = false
    }
}
