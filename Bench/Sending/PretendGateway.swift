import Foundation
import Hummingbird
import Logging

/// Takes every message as Kannel or Africa's Talking does, without doing anything with it; its port is the first line that it prints.
struct PretendGateway {
    /// A file that gets a line for each message of Africa's Talking: when it came, in milliseconds, and to whom; empty for none.
    var arrivals: String

    func run() async throws {
        let router = Router()
        router.get("/cgi-bin/sendsms") { _, _ in
            Response(status: .accepted, body: ResponseBody(byteBuffer: ByteBuffer(string: "0: Accepted for delivery")))
        }
        if !arrivals.isEmpty { _ = FileManager.default.createFile(atPath: arrivals, contents: nil) }
        let file = FileHandle(forWritingAtPath: arrivals)
        router.post("/version1/messaging") { request, _ in
            let body = try await request.body.collect(upTo: 65_536)
            let form = String(buffer: body).split(separator: "&")
            let to = form.first { $0.hasPrefix("to=") }?.dropFirst(3).replacing("%2B", with: "+") ?? ""
            file?.write(Data("\(Int(Date().timeIntervalSince1970 * 1000)) \(to)\n".utf8))
            let answer = """
                {"SMSMessageData":{"Message":"Sent to 1/1","Recipients":[{"statusCode":101,"number":"\(to)","status":"Success",\
                "cost":"XAF 12.0000","messageId":"ATXid_\(UUID().uuidString)"}]}}
                """
            return Response(
                status: .created, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: answer)))
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
