import Foundation
import Synchronization

/// What became of something that was handed to the writer.
package enum WriteFate<Value: Sendable>: Sendable {
    case done(Value)
    /// Too many wait already.
    case refused
    /// Not begun in time; nothing of it happened.
    case withdrawn
    /// Nothing of it is durable.
    case failed(any Error)
}

/// One piece of work for the writer, with somebody who waits for it.
protocol Job: Sendable {
    /// When it came in; nil for what may wait as long as it takes.
    var arrived: Date? { get }

    /// Does the work, inside a transaction; may be called twice, where the first transaction was dropped.
    func attempt(_ db: Connection) throws
    /// Tells who waits that the last attempt is durable.
    func succeed()
    func fail(_ error: any Error)
    func refuse()
    func withdraw()
}

final class AnsweredJob<Value: Sendable>: Job {
    let arrived: Date?
    private let work: @Sendable (Connection) throws -> Value
    private let value = Mutex<Value?>(nil)
    private let waiting: UnsafeContinuation<WriteFate<Value>, Never>

    struct NotAttempted: Error {}

    init(
        arrived: Date?, waiting: UnsafeContinuation<WriteFate<Value>, Never>, work: @escaping @Sendable (Connection) throws -> Value
    ) {
        self.arrived = arrived
        self.waiting = waiting
        self.work = work
    }

    func attempt(_ db: Connection) throws {
        let result = try work(db)
        value.withLock { $0 = result }
    }

    func succeed() {
        if let value = value.withLock({ $0 }) {
            waiting.resume(returning: .done(value))
        } else {
            waiting.resume(returning: .failed(NotAttempted()))
        }
    }

    func fail(_ error: any Error) { waiting.resume(returning: .failed(error)) }
    func refuse() { waiting.resume(returning: .refused) }
    func withdraw() { waiting.resume(returning: .withdrawn) }
}

/// Work that may take long, done in slices behind what people wait for.
struct BulkJob: Sendable {
    /// Does one slice in a transaction of its own; false once there is nothing left.
    var slice: @Sendable (Connection) throws -> Bool
    var waiting: CheckedContinuation<Result<Void, any Error>, Never>
}
