import Gateways
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Server
import Synchronization

/// The answer of a service, whole.
struct Answered: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: ByteBuffer
}

extension WebServer {
    /// What it answers, through its router and no socket. Hummingbird's own testing library would bring a whole client into the build.
    func answer(_ question: Question) async throws -> Answered {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        var headers = question.headers
        headers[.contentLength] = String(question.body.utf8.count)
        let request = Request(
            head: HTTPRequest(
                method: question.method, scheme: "http", authority: "localhost", path: question.address, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: question.body)))
        let context = StagedContext(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await router(StagedContext.self).buildResponder().respond(to: request, context: context)
        let written = Written()
        try await response.body.write(Pen(written: written))
        return Answered(status: response.status, headers: response.headers, body: written.bytes.withLock { $0 })
    }
}

/// What was written of a body.
private final class Written: Sendable {
    let bytes = Mutex(ByteBuffer())
}

private struct Pen: ResponseBodyWriter {
    let written: Written

    func write(_ buffer: ByteBuffer) async throws { written.bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
