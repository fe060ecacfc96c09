import Foundation
import Hummingbird
import Logging

/// Takes every message as Kannel does, without doing anything with it; its port is the first line that it prints.
struct PretendGateway {
    func run() async throws {
        let router = Router()
        router.get("/cgi-bin/sendsms") { _, _ in
            Response(status: .accepted, body: ResponseBody(byteBuffer: ByteBuffer(string: "0: Accepted for delivery")))
        }
        var logger = Logger(label: "gateway")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
            }, logger: logger)
        try await application.run()
    }
}
