import HTTPClient
import Testing

@Suite struct `which hosts are called, and by which way` {
    static let ok = `connections are kept`.ok

    @Test(arguments: ["127.0.0.1", "gateway.example@127.0.0.1", "gateway.example:x@127.0.0.1", "0x7f.1", "127.1"])
    func `another host than those allowed is refused before anything`(authority: String) async throws {
        let peer = try Peer(.loopback, [.read, Self.ok])
        let client = HTTPClient(hosts: ["gateway.example"])
        let failure = await client.failure(.init(address: "http://\(authority):\(peer.port)/"))
        #expect(failure == .notAllowed(host: "127.0.0.1"))
        #expect(failure?.fate == .notTaken)
        #expect(peer.accepted == 0)
        #expect(client.handles.made == 0)
    }

    @Test func `an allowed host is called, however its name is written`() async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .again])
        #expect(await HTTPClient(hosts: ["Localhost"]).failure(.init(address: "http://lOCALHOST:\(peer.port)/")) == nil)
    }

    private static func environment(_ proxy: Peer, except: String = "") -> [String: String] {
        let address = "http://127.0.0.1:\(proxy.port)"
        return ["http_proxy": address, "https_proxy": address, "no_proxy": except]
    }

    @Test(arguments: ["127.0.0.1", "localhost", "127.0.0.2", "[::ffff:127.0.0.1]"])
    func `a proxy never sees what goes to this machine`(host: String) async throws {
        let proxy = try Peer(.loopback, [.read, Self.ok, .again])
        let peer = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient(environment: Self.environment(proxy))
        // 127.0.0.2 is this machine too, but nobody listens there.
        _ = await client.failure(.init(address: "http://\(host):\(peer.port)/"))
        #expect(proxy.accepted == 0)
    }

    @Test func `a proxy sees what goes elsewhere`() async throws {
        let proxy = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient(environment: Self.environment(proxy))
        #expect(try await client.send(.init(address: "http://gateway.invalid/a")).text == "ok")
        #expect(await proxy.request().hasPrefix("GET http://gateway.invalid/a HTTP/1.1\r\n"))
    }

    @Test func `with TLS it is only asked for a tunnel, and without one the request has not left`() async throws {
        let proxy = try Peer(.loopback, [.read, .answer("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n"), .close])
        let client = HTTPClient(environment: Self.environment(proxy))
        let failure = await client.failure(.init(address: "https://gateway.invalid/secret"))
        #expect(await proxy.request().hasPrefix("CONNECT gateway.invalid:443 HTTP/1.1\r\n"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `the exceptions are called without`() async throws {
        let proxy = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient(environment: Self.environment(proxy, except: "elsewhere.example,.invalid"))
        #expect(await client.failure(.init(address: "http://gateway.invalid/"))?.fate == .notTaken)
        #expect(proxy.accepted == 0)
    }

    @Test func `HTTP_PROXY in capitals is what a caller can forge, and is not read`() async throws {
        let proxy = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient(environment: ["HTTP_PROXY": "http://127.0.0.1:\(proxy.port)"])
        #expect(await client.failure(.init(address: "http://gateway.invalid/"))?.fate == .notTaken)
        #expect(proxy.accepted == 0)
    }
}
