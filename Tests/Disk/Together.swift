import Foundation
import Store
import Synchronization

/// Holds the writer up while steps come, so that they are one batch.
///
/// - Parameter ready: called when all wait, before the writer goes on.
/// - Returns: what each person was shown; nil where nothing was promised.
func together(_ steps: [(Walk.Step, of: Walk.Person, shown: [String])], _ service: Service, ready: () -> Void) async -> [String?] {
    let gate = DispatchSemaphore(value: 0)
    let (inside, enter) = AsyncStream.makeStream(of: Void.self)
    let holding = Task {
        _ = await service.store.turn(arrived: .distantFuture) { _ in
            enter.finish()
            gate.wait()
        }
    }
    for await _ in inside {}
    let tasks = steps.map { step in Task { await service.take(step.0, of: step.of, shown: step.shown).shown } }
    while await service.store.health().waiting < steps.count { await Task.yield() }
    ready()
    gate.signal()
    await holding.value
    var shown: [String?] = []
    for task in tasks { shown.append(await task.value) }
    return shown
}
