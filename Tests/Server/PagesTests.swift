import Gateways
import HTTPTypes
import Hummingbird
import Server
import Testing

@Suite struct `pages and other sites` {
    private struct Greeting: Pages {
        func add<Context: WebContext>(to router: Router<Context>) {
            router.get("/greeting") { _, context in "Bonjour à \(context.peer == nil ? "personne" : "vous")" }
            router.get("/shut") { _, _ -> String in throw Refusal(.forbidden, "This is shut.") }
        }
    }

    @Test func `pages stand beside the webhooks, and what they refuse is told as a sentence`() async throws {
        let service = service([try channel()], pages: [Greeting()])
        let greeting = try await ask(service, Question(method: .get, address: "/greeting", headers: [:], body: ""))
        #expect(greeting.status == .ok && String(buffer: greeting.body) == "Bonjour à vous")
        let shut = try await ask(service, Question(method: .get, address: "/shut", headers: [:], body: ""))
        #expect(wire(shut) == "403\nContent-Type: text/plain; charset=utf-8\n\nThis is shut.\n")
        #expect(try await ask(service).status == .ok)
    }

    @Test(arguments: ["http://evil.example", "null", "http://localhost:9999", "https://localhost.evil.example"])
    func `another site's page in a browser on this machine drives no channel that proves nothing`(origin: String) async throws {
        let turns = StagedTurns()
        var question = Question()
        question.headers[.origin] = origin
        #expect(try await ask(service([try channel()], turns: turns), question).status == .forbidden)
        #expect(turns.messages.isEmpty)
        question.headers[.origin] = "http://localhost"
        #expect(try await ask(service([try channel()], turns: turns), question).status == .ok)
    }

    @Test func `a name that was made to point here opens no phone`() async throws {
        let turns = StagedTurns()
        let channels = [try channel("phone", gateway: "phone", isTest: true), try channel()]
        try await running({ service(channels, turns: turns, onRunning: $0) }) { port, _ in
            let body = #"{"number":"+237670000001","session":"a1"}"#
            for (host, status) in [
                ("evil.example:\(port)", 403), ("127.0.0.1.evil.example", 403), ("localhost:\(port)", 200), ("[::1]", 200),
            ] {
                let connection = try await RawConnection.to(port: port)
                defer { connection.close() }
                connection.write(
                    """
                    POST /channels/phone/receive HTTP/1.1\r\nHost: \(host)\r\nContent-Type: application/json\r\nConnection: close\r\n\
                    Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                    """)
                #expect(await connection.rest().hasPrefix("HTTP/1.1 \(status) "), "\(host)")
            }
        }
        #expect(turns.messages.count == 2)
    }
}
