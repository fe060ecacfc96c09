import Synchronization

/// How many handles there have been, since a leak of them shows nowhere else.
final class HandleCount: Sendable {
    private let makings = Atomic(0)
    private let freeings = Atomic(0)

    var made: Int { makings.load(ordering: .acquiring) }
    var freed: Int { freeings.load(ordering: .acquiring) }

    func addMade() { makings.add(1, ordering: .releasing) }
    func addFreed() { freeings.add(1, ordering: .releasing) }
}
