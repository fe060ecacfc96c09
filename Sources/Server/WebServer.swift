package import Foundation
package import Gateways
package import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
import ServiceLifecycle

/// The service's HTTP side. Asked to stop, it takes nothing new, finishes the turns under way, and is done.
package struct WebServer: Service {
    private let settings: ServerSettings
    private let webhooks: Webhooks
    private let health: Health
    private let pages: [any Pages]
    private let logger: Logger
    private let onRunning: @Sendable (_ port: Int) async -> Void

    /// - Parameters:
    ///   - readiness: asked at every look; it must be cheap.
    ///   - pages: what people open in a browser.
    ///   - watch: told of every call of a gateway that was answered; it must cost next to nothing.
    ///   - measurements: nil where nothing is measured, as in tests of other things.
    ///   - onRunning: called once, when requests are taken; with the port, which says which one where 0 was asked for.
    package init(
        _ settings: ServerSettings, turns: any Turns, reports: any Reports = NoReports(),
        readiness: @escaping @Sendable () async -> Readiness,
        pages: [any Pages] = [], watching watch: CallWatch? = nil, measurements: Measurements?, logger: Logger,
        now: @escaping @Sendable () -> Date,
        onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.settings = settings
        webhooks = Webhooks(
            settings.channels, turns, reports, limits: settings.limits, publicAddress: settings.publicAddress, door: settings.localDoor,
            watch: watch, now: now)
        health = Health(readiness: readiness, measurements: measurements, access: DetailAccess(token: settings.token))
        self.pages = pages
        self.logger = logger
        self.onRunning = onRunning
    }

    /// What answers gateways, on each connection.
    package func handlerOfCalls() -> any ChannelHandler & RemovableChannelHandler { WebhookHandler(webhooks) }

    /// Every address that is not a gateway's to call.
    package func router<Context: WebContext>(_ context: Context.Type) -> Router<Context> {
        let router = Router(context: context)
        router.add(middleware: Sentences())
        health.add(to: router)
        for page in pages { page.add(to: router) }
        return router
    }

    package func run() async throws {
        var quiet = logger
        // Hummingbird tells at these levels what we tell ourselves.
        quiet.logLevel = max(logger.logLevel, .notice)
        let application = Application(
            router: router(SocketContext.self),
            server: HTTPServerBuilder { [webhooks] in WebChannel(responder: $0, webhooks: webhooks) },
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? settings.port) }, logger: quiet)
        do {
            try await application.run()
        } catch {
            throw BindFailure(error, host: settings.host, port: settings.port) ?? error
        }
    }
}
