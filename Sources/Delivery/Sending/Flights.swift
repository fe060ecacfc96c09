import Store
import Synchronization

/// What is on its way to a gateway just now, so that who says STOP is answered when nothing of it is any more.
final class Flights: Sendable {
    private struct State {
        var underWay: [Identifier<Kept.Contact>: [Identifier<Kept.OutboxRow>: (@Sendable () -> Void)?]] = [:]
        /// Who wants nothing more, since when.
        var left: [Identifier<Kept.Contact>: ContinuousClock.Instant] = [:]
    }

    private let state = Mutex(State())

    /// What a gateway gets to answer in before its request is broken off.
    private static let patience = Duration.seconds(2)
    /// What breaking it off may take.
    private static let breakingOff = Duration.seconds(1)
    private static let look = Duration.milliseconds(5)
    /// What was decided before somebody left has been handed over, or not, long before this is over.
    private static let remembered = Duration.seconds(60)

    /// False where the person has left since it was decided that this may leave.
    func begin(_ flight: Flight) -> Bool {
        guard flight.rank.isBegun else { return true }
        return state.withLock { state in
            if let left = state.left[flight.contact], flight.claimed <= left { return false }
            state.underWay[flight.contact, default: [:]].updateValue(nil, forKey: flight.id)
            return true
        }
    }

    /// What is cancelled where its gateway takes too long.
    func carry(_ flight: Flight, cancellingBy cancel: @escaping @Sendable () -> Void) {
        state.withLock { state in
            guard state.underWay[flight.contact]?[flight.id] != nil else { return }
            state.underWay[flight.contact]?.updateValue(cancel, forKey: flight.id)
        }
    }

    func end(_ flight: Flight) {
        state.withLock { state in
            state.underWay[flight.contact]?.removeValue(forKey: flight.id)
            if state.underWay[flight.contact]?.isEmpty == true { state.underWay[flight.contact] = nil }
        }
    }

    /// Returns when nothing that we began is on its way to this contact, and nothing that was decided before ever will be.
    func letGo(_ contact: Identifier<Kept.Contact>) async {
        let now = ContinuousClock.now
        state.withLock { state in
            state.left = state.left.filter { now - $0.value < Self.remembered }
            state.left[contact] = now
        }
        await wait(for: contact, until: now + Self.patience)
        let cancels = state.withLock { $0.underWay[contact]?.values.compactMap(\.self) ?? [] }
        for cancel in cancels { cancel() }
        if !cancels.isEmpty { await wait(for: contact, until: now + Self.patience + Self.breakingOff) }
    }

    private func wait(for contact: Identifier<Kept.Contact>, until end: ContinuousClock.Instant) async {
        while isUnderWay(contact), ContinuousClock.now < end { try? await Task.sleep(for: Self.look) }
    }

    private func isUnderWay(_ contact: Identifier<Kept.Contact>) -> Bool { state.withLock { $0.underWay[contact] != nil } }
}
