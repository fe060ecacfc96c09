import Foundation
import HTTPClient
import HTTPTypes
import Testing

@Suite struct `what is sent and what comes back` {
    private static let noted = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Note: one: two\r\n\r\nnote"

    @Test func `a GET goes out as it was written`() async throws {
        let peer = try Peer(.loopback, [.read, .answer(Self.noted)])
        let response = try await HTTPClient().send(
            .init(address: "http://127.0.0.1:\(peer.port)/a%20b?c=d", headers: [.accept: "text/plain"]))
        #expect(response.status == .ok)
        #expect(response.text == "note")
        #expect(try response.headers[#require(HTTPField.Name("X-Note"))] == "one: two")
        #expect(await peer.request() == "GET /a%20b?c=d HTTP/1.1\r\nHost: 127.0.0.1:\(peer.port)\r\nAccept: text/plain\r\n\r\n")
    }

    @Test func `a POST carries its body and its headers, and nothing that curl adds by itself`() async throws {
        let peer = try Peer(.loopback, [.read, .answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")])
        let response = try await HTTPClient().send(
            .init(method: .post, address: "http://127.0.0.1:\(peer.port)/", headers: [.accept: ""], body: Array("é\0é".utf8)))
        #expect(response.status == .serviceUnavailable)
        #expect(response.body.isEmpty)
        #expect(await peer.request() == "POST / HTTP/1.1\r\nHost: 127.0.0.1:\(peer.port)\r\nAccept:\r\nContent-Length: 5\r\n\r\né\0é")
    }

    @Test func `a POST may have no body`() async throws {
        let peer = try Peer(.loopback, [.read, .answer(Self.noted)])
        _ = try await HTTPClient().send(.init(method: .post, address: "http://127.0.0.1:\(peer.port)/"))
        #expect(await peer.request().contains("Content-Length: 0\r\n"))
    }

    @Test(arguments: [HTTPRequest.Method.head, .delete, .put]) func `other methods go out by their name`(
        method: HTTPRequest.Method
    ) async throws {
        let peer = try Peer(.loopback, [.read, .answer("HTTP/1.1 204 No Content\r\n\r\n")])
        let response = try await HTTPClient().send(.init(method: method, address: "http://127.0.0.1:\(peer.port)/"))
        #expect(response.status == .noContent)
        #expect(await peer.request().hasPrefix("\(method.rawValue) / HTTP/1.1\r\n"))
    }

    @Test func `an interim answer's headers are not the answer's`() async throws {
        let peer = try Peer(.loopback, [.read, .answer("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" + Self.noted)])
        let response = try await HTTPClient().send(.init(address: "http://127.0.0.1:\(peer.port)/"))
        #expect(response.status == .ok)
        #expect(try response.headers[#require(HTTPField.Name("X-Early"))] == nil)
    }

    @Test func `a Unix socket is called, also by a link whose path is too long for one`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hc-\(UInt32.random(in: 0...UInt32.max))")
        let deep = folder.appendingPathComponent(String(repeating: "d", count: 120))
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let socket = folder.appendingPathComponent("s").path
        let link = deep.appendingPathComponent("passerelle.sock").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: socket)
        let peer = try Peer(.socket(path: socket), [.read, .answer(Self.noted)])
        let response = try await HTTPClient().send(.init(address: "http://passerelle/status", socket: link))
        #expect(response.text == "note")
        #expect(await peer.request().hasPrefix("GET /status HTTP/1.1\r\nHost: passerelle\r\n"))
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func `a redirect is an answer, and is not followed`(status: Int) async throws {
        let elsewhere = try Peer(.loopback, [.read, .answer(Self.noted)])
        let peer = try Peer(
            .loopback, [.read, .answer("HTTP/1.1 \(status) Go\r\nLocation: \(elsewhere.address)\r\nContent-Length: 0\r\n\r\n")])
        let response = try await HTTPClient().send(.init(address: peer.address))
        #expect(response.status.code == status)
        #expect(response.headers[.location] == elsewhere.address)
        #expect(elsewhere.accepted == 0)
    }

    @Test func `"too many, come back in a minute" is an answer`() async throws {
        let peer = try Peer(.loopback, [.read, .answer("HTTP/1.1 429 Slow\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n")])
        let response = try await HTTPClient().send(.init(method: .post, address: peer.address, body: [1]))
        #expect(response.status == .tooManyRequests)
        #expect(response.headers[.retryAfter] == "60")
    }
}
