import Foundation
import Hummingbird
package import Logging
import ServiceLifecycle

/// What the commands of the command line call while the service runs: HTTP over a Unix socket that is this user's alone.
package struct ControlSocket: Service {
    private let path: String
    private let commands: [ControlCommand]
    private let logger: Logger
    private let onRunning: @Sendable () async -> Void

    /// - Parameters:
    ///   - path: where the commands look for it: `passerelle.sock`, beside the database.
    ///   - onRunning: called once, when commands are taken.
    package init(path: String, commands: [ControlCommand], logger: Logger, onRunning: @escaping @Sendable () async -> Void = {}) {
        self.path = path
        self.commands = commands
        self.logger = logger
        self.onRunning = onRunning
    }

    package func run() async throws {
        // The socket must never have been open to others, not even between its making and its chmod; and whatever else this process
        // makes from here on holds personal data too.
        umask(0o077)
        let place = try SocketPlace(path: path)
        defer { place.remove() }
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        let application = Application(
            router: router(), server: .http1(configuration: RequestLimits().connection),
            configuration: ApplicationConfiguration(address: .unixDomainSocket(path: place.socket)),
            onServerRunning: { _ in
                chmod(place.socket, 0o600)
                await onRunning()
            }, logger: quiet)
        try await application.run()
    }

    private func router() -> Router<SocketContext> {
        let router = Router(context: SocketContext.self)
        router.add(middleware: Sentences())
        for command in commands {
            router.post(RouterPath(stringLiteral: "/" + command.name)) { request, context in
                let body = try await request.wholeBody(within: RequestLimits(), context)
                do {
                    return Response(try await command.run(body))
                } catch let refusal as ControlRefusal {
                    return Response(status: .unprocessableContent, contentType: "text/plain; charset=utf-8", text: refusal.sentence + "\n")
                }
            }
        }
        return router
    }
}

extension Response {
    fileprivate init(_ answer: ControlAnswer) {
        switch answer {
        case .json(let bytes):
            self.init(
                status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .lines(let lines):
            let body = ResponseBody { writer in
                for try await line in lines { try await writer.write(ByteBuffer(string: line + "\n")) }
                try await writer.finish(nil)
            }
            self.init(status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: body)
        }
    }
}
