import HTTPTypes
import Hummingbird
import Server
import Testing

@Suite struct `how the service is doing` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var question: Question
        var readiness: Readiness
        var wire: String

        init(_ label: String, _ question: Question, _ wire: String) { self.init(label, question, .ready(version: "v7"), wire) }

        init(_ label: String, _ question: Question, _ readiness: Readiness, _ wire: String) {
            (testDescription, self.question, self.readiness, self.wire) = (label, question, readiness, wire)
        }
    }

    private static func get(_ address: String, peer: String = "127.0.0.1", _ headers: HTTPFields = [:]) -> Question {
        Question(method: .get, address: address, headers: headers, body: "", peer: peer)
    }

    private static let far = "203.0.113.9"
    private static let json = "Content-Type: application/json\n"
    private static let forwarded = HTTPFields(HTTPField.Name("X-Forwarded-For").map { [HTTPField(name: $0, value: far)] } ?? [])
    private static let why = Readiness.notReady(why: "No version of the dialogs is live.")

    static let cases = [
        Case("alive", get("/health/live", peer: far), "200\n\(json)\n{\"live\":true}\n"),
        Case("alive, though not ready", get("/health/live"), why, "200\n\(json)\n{\"live\":true}\n"),
        Case("ready, from here", get("/health/ready"), "200\n\(json)\n{\"ready\":true,\"version\":\"v7\"}\n"),
        Case("ready, from afar", get("/health/ready", peer: far), "200\n\(json)\n{\"ready\":true}\n"),
        Case(
            "not ready, from here", get("/health/ready"), why,
            "503\n\(json)\n{\"ready\":false,\"why\":\"No version of the dialogs is live.\"}\n"),
        Case("not ready, from afar", get("/health/ready", peer: far), why, "503\n\(json)\n{\"ready\":false}\n"),
        Case(
            "not ready, through a proxy on this machine", get("/health/ready", forwarded), why,
            "503\n\(json)\n{\"ready\":false}\n"),
        Case(
            "not ready, with the token", get("/health/ready", peer: far, [.authorization: "Bearer t0ken"]), why,
            "503\n\(json)\n{\"ready\":false,\"why\":\"No version of the dialogs is live.\"}\n"),
        Case(
            "ready, with a wrong token", get("/health/ready", peer: far, [.authorization: "Bearer token"]),
            "200\n\(json)\n{\"ready\":true}\n"),
        Case(
            "metrics from afar", get("/metrics", peer: far),
            "403\nContent-Type: text/plain; charset=utf-8\n\nThe metrics are told to this machine alone, or with the token.\n"),
        Case(
            "metrics with the token", get("/metrics", peer: far, [.authorization: "Bearer t0ken"]),
            "200\nContent-Type: text/plain; version=0.0.4; charset=utf-8\n\n"),
        Case("metrics from here", get("/metrics"), "200\nContent-Type: text/plain; version=0.0.4; charset=utf-8\n\n"),
    ]

    @Test(arguments: cases) func `it tells as much as the asker may know`(_ one: Case) async throws {
        let service = service([], token: "t0ken", readiness: one.readiness, measurements: Measurements())
        #expect(wire(try await ask(service, one.question)) == one.wire)
    }

    @Test func `the token stands in no description, for the log writes services out`() {
        #expect(!String(reflecting: service([], token: "t0ken")).contains("t0ken"))
        #expect(!"\(service([], token: "t0ken"))".contains("t0ken"))
    }

    @Test func `without a token nobody has it`() async throws {
        let service = service([], measurements: Measurements())
        let response = try await ask(service, Self.get("/metrics", peer: Self.far, [.authorization: "Bearer "]))
        #expect(response.status == .forbidden)
    }
}
