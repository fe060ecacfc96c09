import Conversations
import Dialogs
import Foundation
import Gateways
import HTTPTypes
import Hummingbird
import Logging
import Server
import Testing
import Texting

/// A connection whose other end is where the test says.
struct StagedContext: WebContext {
    @TaskLocal static var peer: IPAddress?

    var coreContext: CoreRequestContextStorage
    let peer: IPAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = Self.peer
    }

    func hangUp(after delay: Duration) {}
}

func channel(
    _ name: String = "ussd", gateway: String = "africas-talking-ussd", isTest: Bool = false, proof: CallerProof = CallerProof()
) throws -> ServedChannel {
    let facts = Channel(
        name: name, kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true, network: nil
    )
    let kind = try #require(Catalogue.kind(named: gateway))
    return ServedChannel(
        settings: ChannelSettings(gateway: gateway, facts: facts, isTest: isTest),
        gateway: kind.make(GatewaySettings(country: Country(callingCode: "237"), code: "*123#")), proof: proof)
}

func service(
    _ channels: [ServedChannel], turns: StagedTurns = StagedTurns(), publicAddress: String? = nil, token: String? = nil,
    readiness: Readiness = .ready(version: "v7"), pages: [any Pages] = [], watching watch: CallWatch? = nil,
    measurements: Measurements? = nil,
    limits: RequestLimits = RequestLimits(),
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) -> WebServer {
    var settings = ServerSettings(host: "127.0.0.1", port: 0, publicAddress: publicAddress, token: token, channels: channels)
    settings.limits = limits
    return WebServer(
        settings, turns: turns, readiness: { readiness }, pages: pages, watching: watch, measurements: measurements, logger: logger,
        now: { Date(timeIntervalSince1970: 1_795_564_757) }, onRunning: onRunning)
}

struct Question: Sendable {
    var method = HTTPRequest.Method.post
    var address = "/channels/ussd/receive"
    var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    var body = "sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23&text="
    var peer = "127.0.0.1"
}

/// The answer of a service that runs in this process.
func ask(_ service: WebServer, _ question: Question = Question()) async throws -> Answered {
    try await StagedContext.$peer.withValue(IPAddress(parsing: question.peer)) { try await service.answer(question) }
}

/// A whole answer as it goes over the wire, but for the date and what stands on all of them.
func wire(_ response: Answered) -> String {
    let headers = response.headers.filter { $0.name != .contentLength && $0.name != .cacheControl && $0.name != .date }
    let lines = headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
    return "\(response.status.code)\n\(lines)\n\n\(String(buffer: response.body))"
}
