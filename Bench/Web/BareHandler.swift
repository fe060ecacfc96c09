import Hummingbird
import Logging

/// The least that the server underneath can do with the same request.
struct BareHandler {
    func run() async throws {
        let router = Router()
        router.post("/channels/ussd/receive") { request, _ in
            _ = try await request.body.collect(upTo: 65_536)
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "CON " + BenchWeb.screen)))
        }
        var logger = Logger(label: "bare")
        logger.logLevel = .notice
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { await BenchWeb.announce($0.localAddress?.port ?? 0) }, logger: logger)
        try await application.runService()
    }
}
