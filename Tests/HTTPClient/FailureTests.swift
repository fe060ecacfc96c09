import Foundation
import HTTPClient
import HTTPTypes
import Testing

/// Each failure at each point of an exchange, and whether the request may have left by then.
@Suite struct `what goes wrong` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var script: [Peer.Step]
        var failure: HTTPClient.Failure
        var timeLimit = Duration.seconds(15)
        var sizeLimit = 16
    }

    static let cases = [
        Case(
            testDescription: "stalls before reading", script: [.stall], failure: .timedOut, timeLimit: .milliseconds(500)),
        Case(
            testDescription: "stalls after reading", script: [.read, .stall], failure: .timedOut, timeLimit: .milliseconds(500)),
        Case(
            testDescription: "stalls in the answer", script: [.read, .answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), .stall],
            failure: .timedOut, timeLimit: .milliseconds(500)),
        Case(
            testDescription: "closes without an answer", script: [.read, .close],
            failure: .interrupted("Server returned nothing (no headers, no data)")),
        Case(
            testDescription: "half an answer", script: [.read, .answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), .close],
            failure: .interrupted("Transferred a partial file")),
        Case(
            testDescription: "resets after reading", script: [.read, .reset],
            failure: .interrupted("Failure when receiving data from the peer")),
        Case(
            testDescription: "garbage", script: [.read, .answer("\u{1}\u{2}garbage\r\n\r\n"), .close],
            failure: .interrupted("Unsupported protocol")),
        Case(
            testDescription: "too large by its own word",
            script: [.read, .answer("HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n12345678901234567")],
            failure: .tooLarge),
        Case(
            testDescription: "too large without a word",
            script: [.read, .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n12345678901234567\r\n0\r\n\r\n")],
            failure: .tooLarge),
        Case(
            testDescription: "a head without an end",
            script: [.read, .answer("HTTP/1.1 200 OK\r\n" + String(repeating: "X-More: and more\r\n", count: 5_000)), .stall],
            failure: .tooLarge),
    ]

    @Test(arguments: cases) func `what may have been written is in doubt`(_ one: Case) async throws {
        let peer = try Peer(.loopback, one.script)
        let client = HTTPClient(timeLimit: one.timeLimit, sizeLimit: one.sizeLimit)
        let failure = await client.failure(.init(method: .post, address: peer.address, body: Array("text".utf8)))
        #expect(failure == one.failure)
        #expect(failure?.fate == .unknown)
        #expect(peer.accepted == 1)
        await client.stop()
        #expect(client.handles.made == client.handles.freed)
    }

    @Test func `an answer of just the limit is taken`() async throws {
        let peer = try Peer(.loopback, [.read, .answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345")])
        #expect(await HTTPClient(sizeLimit: 5).failure(.init(address: peer.address)) == nil)
    }

    @Test func `nobody listens`() async throws {
        let peer = try Peer(.loopback, [.close])
        await peer.leave()
        let failure = await HTTPClient().failure(.init(address: peer.address))
        #expect(failure == .notConnected("Couldn't connect to server"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `there is no such socket`() async throws {
        let failure = await HTTPClient().failure(.init(address: "http://passerelle/", socket: "/nowhere/passerelle.sock"))
        #expect(failure == .notConnected("Couldn't connect to server"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `the name is nobody's`() async throws {
        let failure = await HTTPClient(environment: [:]).failure(.init(address: "http://gateway.invalid/"))
        #expect(failure == .notConnected("Couldn't resolve host name"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `no connection in time`() async throws {
        let full = try FullBacklog()
        let client = HTTPClient(timeLimit: .seconds(15), connectLimit: .milliseconds(100))
        let failure = await client.failure(.init(address: "http://127.0.0.1:\(full.port)/"))
        #expect(failure == .notConnected("Timeout was reached"))
        #expect(failure?.fate == .notTaken)
    }

    @Test func `the whole time is over before there is a connection`() async throws {
        let full = try FullBacklog()
        let failure = await HTTPClient(timeLimit: .milliseconds(500)).failure(.init(address: "http://127.0.0.1:\(full.port)/"))
        #expect(failure == .notConnected("Timeout was reached"))
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "http://127.0.0.1:99999/", "127.0.0.1/", "http://a b/", ""])
    func `the address is none`(address: String) async {
        let failure = await HTTPClient().failure(.init(address: address))
        guard case .unusable = failure else {
            Issue.record("taken for an address")
            return
        }
        #expect(failure?.fate == .notTaken)
    }
}
