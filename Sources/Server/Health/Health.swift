import Foundation
import Gateways
import Hummingbird

/// How the service is doing: for whoever restarts it, routes to it, or looks after it.
struct Health: Sendable {
    let readiness: @Sendable () async -> Readiness
    let measurements: Measurements?
    let access: DetailAccess

    private struct Live: Encodable { var live = true }

    private struct Ready: Encodable {
        var ready: Bool
        var version: String?
        var why: String?
    }

    func add<Context: WebContext>(to router: Router<Context>) {
        router.get("/health/live") { _, _ in try json(.ok, Live()) }
        router.get("/health/ready") { request, context in
            let isOpen = isOpen(request, context)
            return switch await readiness() {
            case .ready(let version): try json(.ok, Ready(ready: true, version: isOpen ? version : nil))
            case .notReady(let why): try json(.serviceUnavailable, Ready(ready: false, why: isOpen ? why : nil))
            }
        }
        router.get("/metrics") { request, context in
            guard isOpen(request, context) else {
                throw Refusal(.forbidden, "The metrics are told to this machine alone, or with the token.")
            }
            guard let measurements else { throw Refusal(.notFound, "Nothing is measured.") }
            return Response(status: .ok, contentType: Measurements.contentType, text: measurements.text())
        }
    }

    private func isOpen(_ request: Request, _ context: some WebContext) -> Bool {
        let web = WebRequest(method: request.method, query: request.uri.query ?? "", headers: request.headers, body: [])
        return access.isOpen(to: web, from: context.peer)
    }

    private func json(_ status: HTTPResponse.Status, _ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(value), as: UTF8.self)
        return Response(status: status, contentType: "application/json", text: text + "\n")
    }
}
