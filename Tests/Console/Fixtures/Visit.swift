import Gateways
import HTTPTypes
import Hummingbird
import Logging
import Server

/// A browser's request, and where it comes from.
struct Visit: Sendable {
    var method = HTTPRequest.Method.get
    var address = "/phone"
    var host: String? = "127.0.0.1:8080"
    var headers: HTTPFields = [:]
    var body = ""
    var peer = "127.0.0.1"
}

struct Answer: Equatable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: String
}

/// What pages answer, without a socket; a refusal is answered by its status and its sentence.
func answer(to visit: Visit, by pages: some Pages) async throws -> Answer {
    let router = Router(context: StagedContext.self)
    pages.add(to: router)
    let head = HTTPRequest(method: visit.method, scheme: "http", authority: visit.host, path: visit.address, headerFields: visit.headers)
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: visit.body)))
    let context = StagedContext(source: StagedSource(peer: IPAddress(parsing: visit.peer)))
    do {
        let response = try await router.buildResponder().respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(collected)
        return Answer(status: response.status, headers: response.headers, body: String(buffer: collected.bytes))
    } catch let refusal as Refusal {
        return Answer(status: refusal.status, headers: [:], body: refusal.sentence)
    } catch let error as any HTTPResponseError {
        return Answer(status: error.status, headers: [:], body: "")
    }
}

private struct StagedSource: RequestContextSource {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let peer: IPAddress?
}

/// A connection whose other end is where the test says.
private struct StagedContext: WebContext {
    typealias Source = StagedSource

    var coreContext: CoreRequestContextStorage
    let peer: IPAddress?

    init(source: StagedSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.peer
    }

    func hangUp(after delay: Duration) {}
}

private final class Collected: ResponseBodyWriter {
    private(set) var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
