import Synchronization

/// A request on its way to the loop, and who waits for its end.
struct Call: Sendable {
    var request: HTTPClient.Request
    var way: Way
    var ticket: Ticket
    var continuation: CheckedContinuation<Result<HTTPClient.Response, HTTPClient.Failure>, Never>

    /// Once a call, and for every call.
    func end(_ result: Result<HTTPClient.Response, HTTPClient.Failure>) { continuation.resume(returning: result) }
}

/// Names a call to those that may withdraw it, which can happen before the loop has heard of it.
final class Ticket: Sendable {
    private let withdrawn = Atomic(false)

    var isWithdrawn: Bool { withdrawn.load(ordering: .acquiring) }

    func withdraw() { withdrawn.store(true, ordering: .releasing) }
}
