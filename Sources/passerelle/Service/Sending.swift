import Delivery
import HTTPClient
import Logging
import Server
import ServiceLifecycle

/// Sends what waits until the service stops; what is on its way then is waited for.
struct Sending: Service {
    let dispatcher: Dispatcher
    let client: HTTPClient
    let logger: Logger

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await dispatcher.run()
        } onCancelOrGracefulShutdown: {
            logger.info("waits for what is on its way to gateways")
            dispatcher.stop()
        }
        await client.stop()
    }
}

extension ReportTaker: Reports {}
