import HTTPClient
import HTTPTypes
import Testing

@Suite struct `connections are kept` {
    static let ok = Peer.Step.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    @Test func `a second request takes the first one's connection`() async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient()
        for _ in 1...3 { #expect(try await client.send(.init(address: peer.address)).text == "ok") }
        #expect(peer.accepted == 1)
        #expect(peer.requests.count == 3)
    }

    @Test func `500 at once each get their own answer`() async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .again])
        let client = HTTPClient(timeLimit: .seconds(60), connectLimit: .seconds(60))
        await withTaskGroup { group in
            for number in 1...500 {
                group.addTask {
                    await client.failure(.init(method: .post, address: peer.address + "\(number)", body: Array("\(number)".utf8)))
                }
            }
            for await failure in group { #expect(failure == nil) }
        }
        #expect(Set(peer.requests.map { $0.prefix { $0 != "\r" } }).count == 500)
        #expect(peer.requests.count == 500)
    }

    /// libcurl would send it once more by itself, and the person would get the message twice.
    @Test(arguments: [HTTPRequest.Method.get, .post])
    func `a request is not sent again when a kept connection dies after it was read`(method: HTTPRequest.Method) async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .read, .close], [.read, Self.ok, .again])
        let client = HTTPClient()
        let request = HTTPClient.Request(method: method, address: peer.address, body: method == .get ? [] : [1])
        #expect(await client.failure(request) == nil)
        let failure = await client.failure(request)
        #expect(failure == .interrupted("The connection was closed before an answer"))
        #expect(failure?.fate == .unknown)
        #expect(peer.requests.count == 2)
        #expect(await client.failure(request) == nil, "the client goes on")
    }

    @Test(arguments: [HTTPRequest.Method.get, .post])
    func `nor when it is reset`(method: HTTPRequest.Method) async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .read, .reset], [.read, Self.ok, .again])
        let client = HTTPClient()
        let request = HTTPClient.Request(method: method, address: peer.address, body: method == .get ? [] : [1])
        #expect(await client.failure(request) == nil)
        #expect(await client.failure(request)?.fate == .unknown)
        #expect(peer.requests.count == 2)
    }

    @Test func `what may be carried out twice is sent again`() async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .read, .close], [.read, Self.ok, .again])
        let client = HTTPClient()
        let request = HTTPClient.Request(address: peer.address, repetition: .onFreshConnection)
        for _ in 1...2 { #expect(await client.failure(request) == nil) }
        #expect(peer.requests.count == 3)
        #expect(peer.accepted == 2)
    }

    /// Nothing was written to the closed one, so there is no doubt and no reason to fail.
    @Test(arguments: [Peer.Step.close, .reset])
    func `a kept connection that was closed while idle is not used, and its request goes out once`(step: Peer.Step) async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, step], [.read, Self.ok, .again])
        let client = HTTPClient()
        #expect(await client.failure(.init(method: .post, address: peer.address + "1", body: [1])) == nil)
        await peer.end()
        #expect(await client.failure(.init(method: .post, address: peer.address + "2", body: [1])) == nil)
        #expect(peer.accepted == 2)
        #expect(peer.requests.map { $0.prefix { $0 != " " } + $0.dropFirst(4).prefix { $0 != "H" } } == ["POST /1 ", "POST /2 "])
    }

    @Test(arguments: [Peer.Step.close, .reset])
    func `nothing was taken when a kept connection was closed while idle, and there is no other`(step: Peer.Step) async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, step])
        let client = HTTPClient()
        #expect(await client.failure(.init(method: .post, address: peer.address, body: [1])) == nil)
        await peer.end()
        await peer.leave()
        let failure = await client.failure(.init(method: .post, address: peer.address, body: [1]))
        #expect(failure == .notConnected("Couldn't connect to server"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `they end with the client`() async throws {
        let peer = try Peer(.loopback, [.read, Self.ok, .again])
        #expect(await HTTPClient().failure(.init(address: peer.address)) == nil)
        await peer.end()
    }
}
