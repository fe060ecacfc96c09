import Logging
import Server
import ServiceLifecycle

/// Runs a service as the program does, hands its port to the test, and asks it to stop afterwards.
func running(
    _ make: (@escaping @Sendable (Int) async -> Void) -> any Service, _ test: (_ port: Int, _ group: ServiceGroup) async throws -> Void
) async throws {
    let (ports, source) = AsyncStream.makeStream(of: Int.self)
    let service = make { port in source.yield(port) }
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { source.finish() }
            try await group.run()
        }
        // Nothing comes where the service could not start; the group then throws why.
        for await port in ports.prefix(1) { try await test(port, group) }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}
