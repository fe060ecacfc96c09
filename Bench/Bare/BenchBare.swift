import Foundation
import Hummingbird
import Logging

/// A Hummingbird that reads what a gateway posts, as any handler would, and answers every one with the same screen: as fast as a server in
/// Swift that does nothing can be. Its port is the first line that it prints.
@main
struct BenchBare {
    /// It stands for all of a walk's screens, the last one among them, so that who walks sees no difference.
    private static let screen = """
        CON Merci. Votre numero : 12345678. Gardez-le : il faut le dire pour voir ou effacer vos reponses. Nous vous appelons.
        0 Retour
        00 Accueil
        """

    static func main() async throws {
        let router = Router()
        router.post("/channels/ussd/receive") { request, _ in
            _ = try await request.body.collect(upTo: 65_536)
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: screen)))
        }
        // What Kannel asks for an answer to an SMS.
        router.get("/channels/sms/receive") { _, _ in "Votre demande est enregistree." }
        var logger = Logger(label: "bare")
        logger.logLevel = .error
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
            }, logger: logger)
        try await application.run()
    }
}
