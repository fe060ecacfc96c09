import HTTPClient
import HTTPTypes
import Testing

@Suite struct `a request is withdrawn` {
    @Test func `before it has begun`() async throws {
        let peer = try Peer(.loopback, [.read, .stall])
        let client = HTTPClient()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return await client.failure(.init(address: peer.address))
        }
        task.cancel()
        #expect(await task.value == .cancelled(.notTaken))
        #expect(peer.accepted == 0)
    }

    @Test func `while it is connecting`() async throws {
        let full = try FullBacklog()
        let client = HTTPClient()
        let task = Task { await client.failure(.init(address: "http://127.0.0.1:\(full.port)/")) }
        while client.handles.made == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled(.notTaken))
    }

    @Test func `after it was read, which ends its connection`() async throws {
        let peer = try Peer(.loopback, [.read, .stall])
        let client = HTTPClient()
        let task = Task { await client.failure(.init(address: peer.address)) }
        _ = await peer.request()
        task.cancel()
        #expect(await task.value == .cancelled(.unknown))
        await peer.end()
        await client.stop()
        #expect(client.handles.made == 1)
        #expect(client.handles.freed == 1)
    }

    @Test func `after its answer, which changes nothing`() async throws {
        let peer = try Peer(.loopback, [.read, `connections are kept`.ok, .again])
        let client = HTTPClient()
        let task = Task { await client.failure(.init(address: peer.address)) }
        #expect(await task.value == nil)
        task.cancel()
        #expect(await client.failure(.init(address: peer.address)) == nil)
        #expect(peer.accepted == 1)
    }

    @Test func `others go on beside it`() async throws {
        let silent = try Peer(.loopback, [.read, .stall])
        let peer = try Peer(.loopback, [.read, `connections are kept`.ok, .again])
        let client = HTTPClient()
        let task = Task { await client.failure(.init(address: silent.address)) }
        _ = await silent.request()
        #expect(await client.failure(.init(address: peer.address)) == nil)
        task.cancel()
        #expect(await client.failure(.init(address: peer.address)) == nil)
        #expect(await task.value == .cancelled(.unknown))
    }

    @Test func `1,000 at random moments all end, and nothing is left of them`() async throws {
        let peer = try Peer(.loopback, [.read, `connections are kept`.ok, .again])
        let client = HTTPClient(timeLimit: .seconds(60), connectLimit: .seconds(60))
        let (cancelled, answered) = await withTaskGroup { group in
            for number in 0..<1_000 {
                group.addTask {
                    let task = Task { await client.failure(.init(method: .post, address: peer.address, body: [1])) }
                    if number % 4 != 0 {
                        try? await Task.sleep(for: .microseconds(Int.random(in: 0...20_000)))
                        task.cancel()
                    }
                    return await task.value
                }
            }
            var (cancelled, answered) = (0, 0)
            for await failure in group {
                switch failure {
                case nil: answered += 1
                case .cancelled: cancelled += 1
                default: Issue.record("\(String(describing: failure))")
                }
            }
            return (cancelled, answered)
        }
        #expect(cancelled + answered == 1_000)
        #expect(answered >= 250)
        await client.stop()
        #expect(client.handles.made == client.handles.freed)
    }
}

@Suite struct `a client is stopped` {
    @Test func `it waits for what is under way and takes nothing more`() async throws {
        let peer = try Peer(.loopback, [.read, .stall])
        let client = HTTPClient()
        let task = Task { await client.failure(.init(address: peer.address)) }
        _ = await peer.request()
        async let stopping: Void = client.stop()
        var late = await client.failure(.init(address: "http://gateway.invalid/"))
        while late != .stopped { late = await client.failure(.init(address: "http://gateway.invalid/")) }
        #expect(late?.fate == .notTaken)
        #expect(client.handles.freed < client.handles.made, "the one under way is not ended by it")
        task.cancel()
        await stopping
        #expect(client.handles.made == client.handles.freed)
        #expect(await task.value == .cancelled(.unknown))
        await client.stop()
        #expect(await client.failure(.init(address: peer.address)) == .stopped)
    }
}
