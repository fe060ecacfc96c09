import HTTPClient
import HTTPTypes
import Testing

/// Against `openssl s_server`: `-www` answers any request with a page.
@Suite struct `TLS is checked` {
    @Test func `a certificate that is trusted and fits the name is taken`() async throws {
        let server = try TLSServer(for: "IP:127.0.0.1", ["-www"])
        let response = try await HTTPClient(authorities: server.certificate).send(.init(address: "https://127.0.0.1:\(server.port)/"))
        #expect(response.status == .ok)
    }

    @Test func `one that nobody vouches for is not, and nothing is written`() async throws {
        let server = try TLSServer(for: "IP:127.0.0.1", ["-www"])
        let failure = await HTTPClient().failure(.init(method: .post, address: "https://127.0.0.1:\(server.port)/", body: [1]))
        #expect(failure == .notTrusted)
        #expect(failure?.fate == .notTaken)
    }

    @Test func `nor one of another name`() async throws {
        let server = try TLSServer(for: "DNS:elsewhere.example", ["-www"])
        let failure = await HTTPClient(authorities: server.certificate).failure(.init(address: "https://127.0.0.1:\(server.port)/"))
        #expect(failure == .notTrusted)
        #expect(failure?.fate == .notTaken)
    }

    @Test func `a peer without TLS is not written to`() async throws {
        let peer = try Peer(.loopback, [.answer("HTTP/1.1 400 Bad\r\n\r\n"), .stall])
        let failure = await HTTPClient().failure(.init(address: "https://127.0.0.1:\(peer.port)/"))
        #expect(failure == .notConnected("SSL connect error"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `HTTP/2 is spoken where the other end offers it`() async throws {
        let server = try TLSServer(for: "IP:127.0.0.1", ["-alpn", "h2"])
        let client = HTTPClient(authorities: server.certificate)
        let address = "https://127.0.0.1:\(server.port)/"
        let task = Task { await client.failure(.init(address: address)) }
        #expect(server.says(#/PRI \* HTTP/2\.0/#))
        task.cancel()
        #expect(await task.value == .cancelled(.unknown))
    }
}
