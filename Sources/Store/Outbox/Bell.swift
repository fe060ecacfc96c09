/// Wakes whoever sends: something was queued. Rung inside the transaction; who is woken asks the writer, and so comes behind it.
package struct Bell: Sendable {
    /// Rings that nobody has heard yet count as one.
    package let rings: AsyncStream<Void>
    private let ringing: AsyncStream<Void>.Continuation

    init() { (rings, ringing) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func ring() { ringing.yield() }
}
