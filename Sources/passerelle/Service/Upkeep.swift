import Foundation
import Logging
import ServiceLifecycle
import Store

/// What is done by itself once a day: what has been kept long enough goes.
struct Upkeep: Service {
    let store: Store
    let clock: @Sendable () -> Date
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                do {
                    let purged = try await store.purge(at: clock())
                    logger.info(
                        "purged", metadata: ["recordings": "\(purged.recordings)", "conversations": "\(purged.conversations)"])
                } catch is CancellationError {
                    // The next start goes on with it.
                    return
                } catch {
                    logger.error("what was kept long enough could not be purged", metadata: ["why": "\(error)"])
                }
                try await Task.sleep(for: .seconds(24 * 3600))
            }
        }
    }
}
