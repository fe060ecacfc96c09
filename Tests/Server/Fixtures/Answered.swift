import Gateways
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Server
import Synchronization

/// The answer of a service, whole.
struct Answered: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ByteBuffer
}

extension WebServer {
    /// What it answers, as on a connection but without a socket. Hummingbird's own testing library would bring a whole client into the build.
    func answer(_ question: Question) async throws -> Answered {
        var headers = question.headers
        headers[.contentLength] = String(question.body.utf8.count)
        let head = HTTPRequest(
            method: question.method, scheme: "http", authority: "localhost", path: question.address, headerFields: headers)
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try question.peer.isEmpty ? nil : SocketAddress(ipAddress: question.peer, port: 40_000)
        try await channel.testingEventLoop.executeInContext { try channel.pipeline.syncOperations.addHandler(self.handlerOfCalls()) }
        try await channel.writeInbound(HTTPServerRequestPart.head(HTTPRequestHead(head)))
        try await channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: question.body)))
        try await channel.writeInbound(HTTPServerRequestPart.end(nil))
        // What the handler hands on goes to the router.
        if try await channel.readInbound(as: HTTPServerRequestPart.self) != nil { return try await routed(head, question) }
        var answered = Answered(status: .ok, headers: [:], body: ByteBuffer())
        while true {
            switch try await channel.waitForOutboundWrite(as: HTTPServerResponsePart.self) {
            case .head(let head):
                let head = try HTTPResponse(head)
                (answered.status, answered.headers) = (head.status, head.headerFields)
            case .body(.byteBuffer(let piece)): answered.body.writeImmutableBuffer(piece)
            case .body(.fileRegion): throw NoBytes()
            case .end: return answered
            }
        }
    }

    private func routed(_ head: HTTPRequest, _ question: Question) async throws -> Answered {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: question.body)))
        let context = StagedContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await router(StagedContext.self).buildResponder().respond(to: request, context: context)
        let written = Written()
        try await response.body.write(Pen(written: written))
        return Answered(status: response.status, headers: response.headers, body: written.bytes.withLock { $0 })
    }
}

private struct NoBytes: Error {}

/// What was written of a body.
private final class Written: Sendable {
    let bytes = Mutex(ByteBuffer())
}

private struct Pen: ResponseBodyWriter {
    let written: Written

    func write(_ buffer: ByteBuffer) async throws { written.bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
