import Conversations
import Dialogs
import Foundation
import Gateways
import Server
import Testing

/// What a client may do with a connection beside sending one request and waiting.
@Suite struct `a connection` {
    private static func post(_ text: String, more: String = "") -> String {
        let body = "sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23&text=\(text)"
        return """
            POST /channels/ussd/receive HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\(more)\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
    }

    /// Repeats what was typed, so that each answer shows whose it is.
    private static func echo() -> StagedTurns {
        StagedTurns { inbound in
            guard case .cumulative(let text) = inbound.text else { return .none }
            return .reply(Reply(text: "<\(text)>", ends: false))
        }
    }

    private func connected(
        _ turns: StagedTurns = echo(), limits: RequestLimits = RequestLimits(), _ test: (RawConnection) async throws -> Void
    ) async throws {
        let channels = [try channel()]
        try await running({ service(channels, turns: turns, limits: limits, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            try await test(connection)
        }
    }

    /// What stands between an answer's head and the next one.
    private func bodies(_ answers: String) -> [String] {
        answers.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.components(separatedBy: "\r\n\r\n").last ?? "" }
    }

    @Test func `carries several steps, one after the other`() async throws {
        try await connected { connection in
            for text in ["1", "1*2", "1*2*3"] {
                connection.write(Self.post(text))
                #expect(await connection.answer(endingIn: "CON <\(text)>").hasPrefix("HTTP/1.1 200 OK\r\n"))
            }
        }
    }

    @Test func `on which requests come before the answers gets these in their order, whoever gives them`() async throws {
        let first = Gate()
        let turns = StagedTurns { inbound in
            guard case .cumulative(let text) = inbound.text else { return .none }
            if text == "1" { await first.passed() }
            return .reply(Reply(text: text, ends: true))
        }
        try await connected(turns) { connection in
            let live = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
            connection.write(Self.post("1") + live + Self.post("2") + Self.post("3") + live + Self.post("4", more: "Connection: close\r\n"))
            first.open()
            let live200 = "{\"live\":true}\n"
            #expect(bodies(await connection.rest()) == ["END 1", live200, "END 2", "END 3", live200, "END 4"])
        }
        #expect(turns.messages.count == 4)
    }

    @Test(arguments: [("ussd", "POST alone."), ("sms", "no channel of this name.")])
    func `may bring a thousand requests at once, whatever becomes of them`(channel: String, end: String) async throws {
        try await connected { connection in
            let wrong = "GET /channels/\(channel)/receive HTTP/1.1\r\n\r\n"
            connection.write(Self.post("1") + String(repeating: wrong, count: 1200) + Self.post("2", more: "Connection: close\r\n"))
            let answers = bodies(await connection.rest())
            #expect(answers.first == "CON <1>" && answers.last == "CON <2>")
            #expect(answers.count { $0.hasSuffix("\(end)\n") } == 1200)
        }
    }

    @Test func `on which requests come while an answer is awaited gets the answers in their order`() async throws {
        let first = Gate()
        let turns = StagedTurns { inbound in
            guard case .cumulative(let text) = inbound.text else { return .none }
            if text == "1" { await first.passed() }
            return .reply(Reply(text: text, ends: false))
        }
        try await connected(turns) { connection in
            connection.write(Self.post("1"))
            for text in ["2", "3", "4"] {
                try await Task.sleep(for: .milliseconds(20))
                connection.write(Self.post(text))
            }
            first.open()
            #expect(bodies(await connection.answer(endingIn: "CON 4")) == ["CON 1", "CON 2", "CON 3", "CON 4"])
        }
    }

    @Test func `that brings more and more while an answer is awaited is not read on and on`() async throws {
        let release = Gate()
        let turns = StagedTurns { _ in
            await release.passed()
            return .none
        }
        try await connected(turns) { connection in
            connection.write(Self.post("1"))
            let length = 60_000
            let more = "POST /channels/ussd/receive HTTP/1.1\r\nContent-Length: \(length)\r\n\r\n" + String(repeating: "x", count: length)
            let flood = 64 * 1024 * 1024
            #expect(await connection.flood(with: more, atMost: flood) < flood / 2)
            release.open()
        }
    }

    @Test func `whose client will say no more still gets its answer`() async throws {
        let release = Gate()
        let turns = StagedTurns { _ in
            await release.passed()
            return .reply(Reply(text: "Fini", ends: true))
        }
        try await connected(turns) { connection in
            connection.write(Self.post("1"))
            connection.finish()
            release.open()
            #expect(bodies(await connection.rest()) == ["END Fini"])
        }
    }

    /// In capitals, or as one word of several, it was not understood: the connection stayed, and what came behind was answered.
    @Test(arguments: ["close", "Close", "keep-alive, close", "TE , CLOSE"])
    func `is closed behind the answer where the client asks for it`(words: String) async throws {
        try await connected { connection in
            connection.write(Self.post("1", more: "Connection: \(words)\r\n") + Self.post("2"))
            #expect(bodies(await connection.rest()) == ["CON <1>"])
        }
    }

    @Test func `that is silent behind an answer is cut off, as behind a refusal`() async throws {
        var limits = RequestLimits()
        limits.silence = .milliseconds(60)
        for request in [Self.post("1"), Self.post("1").replacing("ussd", with: "sms")] {
            try await connected(limits: limits) { connection in
                connection.write(request)
                #expect(bodies(await connection.rest()).count == 1)
            }
        }
    }

    @Test(arguments: [
        "", "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n", "POST /channels/ussd/receive HTTP/1.1\r\nContent-Length: 9\r\n\r\nse",
    ])
    func `that is silent is cut off, whatever it had asked or begun to ask`(said: String) async throws {
        var limits = RequestLimits()
        limits.silence = .milliseconds(60)
        try await connected(limits: limits) { connection in
            connection.write(said)
            #expect(bodies(await connection.rest()).count <= 1)
        }
    }

    @Test func `may be silent as long as its answer takes`() async throws {
        var limits = RequestLimits()
        limits.silence = .milliseconds(60)
        let turns = StagedTurns { _ in
            try? await Task.sleep(for: .milliseconds(300))
            return .reply(Reply(text: "Enfin", ends: true))
        }
        try await connected(turns, limits: limits) { connection in
            connection.write(Self.post("1"))
            #expect(bodies(await connection.rest()) == ["END Enfin"])
        }
    }

    @Test func `may bring a body in pieces`() async throws {
        try await connected { connection in
            let request = Self.post("1*Awa")
            for piece in [request.dropLast(20), request.suffix(20).dropLast(5), request.suffix(5)] {
                connection.write(String(piece))
            }
            #expect(bodies(await connection.answer(endingIn: "CON <1*Awa>")) == ["CON <1*Awa>"])
        }
    }

    @Test func `goes on behind a refusal, whose body nobody reads`() async throws {
        try await connected { connection in
            connection.write(Self.post("1", more: "Origin: http://elsewhere.example\r\n"))
            #expect(await connection.answer(endingIn: "another site.\n").hasPrefix("HTTP/1.1 403 "))
            connection.write(Self.post("2"))
            #expect(await connection.answer(endingIn: "CON <2>").hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test(arguments: [
        "/channels/ussd/receive?a=b", "//channels//ussd/receive/", "http://localhost/channels/ussd/receive",
    ]) func `knows a channel's address however it is written`(address: String) async throws {
        try await connected { connection in
            connection.write(Self.post("1").replacing("/channels/ussd/receive", with: address))
            #expect(bodies(await connection.answer(endingIn: "CON <1>")) == ["CON <1>"])
        }
    }
}
