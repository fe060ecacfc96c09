import Foundation
import HTTPClient
import HTTPTypes
import Testing

@Suite struct `what is sent and what comes back` {
    private static let noted = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-Note: one: two\r\n\r\nnote"

    @Test func `a GET goes out as it was written`() async throws {
        let server = try OneAnswerServer(.loopback, .answer(Self.noted))
        let response = try await HTTPClient().send(
            .init(address: "http://127.0.0.1:\(server.port)/a%20b?c=d", headers: [.accept: "text/plain"]))
        #expect(response.status == .ok)
        #expect(response.text == "note")
        #expect(try response.headers[#require(HTTPField.Name("X-Note"))] == "one: two")
        #expect(server.request() == "GET /a%20b?c=d HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nAccept: text/plain\r\n\r\n")
    }

    @Test func `a POST carries its body and its headers, and nothing that curl adds by itself`() async throws {
        let server = try OneAnswerServer(.loopback, .answer("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"))
        let response = try await HTTPClient().send(
            .init(method: .post, address: "http://127.0.0.1:\(server.port)/", headers: [.accept: ""], body: Array("é\0é".utf8)))
        #expect(response.status == .serviceUnavailable)
        #expect(response.body.isEmpty)
        #expect(server.request() == "POST / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nAccept:\r\nContent-Length: 5\r\n\r\né\0é")
    }

    @Test func `a POST may have no body`() async throws {
        let server = try OneAnswerServer(.loopback, .answer(Self.noted))
        _ = try await HTTPClient().send(.init(method: .post, address: "http://127.0.0.1:\(server.port)/"))
        #expect(server.request().contains("Content-Length: 0\r\n"))
    }

    @Test(arguments: [HTTPRequest.Method.head, .delete, .put]) func `other methods go out by their name`(
        method: HTTPRequest.Method
    ) async throws {
        let server = try OneAnswerServer(.loopback, .answer("HTTP/1.1 204 No Content\r\n\r\n"))
        let response = try await HTTPClient().send(.init(method: method, address: "http://127.0.0.1:\(server.port)/"))
        #expect(response.status == .noContent)
        #expect(server.request().hasPrefix("\(method.rawValue) / HTTP/1.1\r\n"))
    }

    @Test func `an interim answer's headers are not the answer's`() async throws {
        let server = try OneAnswerServer(.loopback, .answer("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n" + Self.noted))
        let response = try await HTTPClient().send(.init(address: "http://127.0.0.1:\(server.port)/"))
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
        let server = try OneAnswerServer(.socket(path: socket), .answer(Self.noted))
        let response = try await HTTPClient().send(.init(address: "http://passerelle/status", socket: link))
        #expect(response.text == "note")
        #expect(server.request().hasPrefix("GET /status HTTP/1.1\r\nHost: passerelle\r\n"))
    }
}

@Suite struct `what goes wrong` {
    private func failure(_ request: HTTPClient.Request, by client: HTTPClient = HTTPClient()) async -> HTTPClient.Failure? {
        do throws(HTTPClient.Failure) {
            _ = try await client.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func `nobody listens`() async throws {
        let closed = try OneAnswerServer(.loopback, .closing)
        _ = await failure(.init(address: "http://127.0.0.1:\(closed.port)/"))
        _ = closed.request()
        let failure = await failure(.init(address: "http://127.0.0.1:\(closed.port)/"))
        #expect(failure == .notConnected("Couldn't connect to server"))
    }

    @Test func `there is no such socket`() async throws {
        let failure = await failure(.init(address: "http://passerelle/", socket: "/nowhere/passerelle.sock"))
        #expect(failure == .notConnected("Couldn't connect to server"))
    }

    @Test func `the other end says nothing`() async throws {
        let server = try OneAnswerServer(.loopback, .silence)
        let client = HTTPClient(timeLimit: .milliseconds(50))
        #expect(await failure(.init(address: "http://127.0.0.1:\(server.port)/"), by: client) == .timedOut)
    }

    @Test func `the other end closes without an answer`() async throws {
        let server = try OneAnswerServer(.loopback, .closing)
        #expect(
            await failure(.init(address: "http://127.0.0.1:\(server.port)/"))
                == .interrupted("Server returned nothing (no headers, no data)"))
    }

    @Test func `the answer is too large`() async throws {
        let server = try OneAnswerServer(.loopback, .answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345"))
        #expect(await failure(.init(address: "http://127.0.0.1:\(server.port)/"), by: HTTPClient(sizeLimit: 4)) == .tooLarge)
    }

    @Test func `an answer of just the limit is taken`() async throws {
        let server = try OneAnswerServer(.loopback, .answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n12345"))
        #expect(await failure(.init(address: "http://127.0.0.1:\(server.port)/"), by: HTTPClient(sizeLimit: 5)) == nil)
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "http://127.0.0.1:99999/", ""]) func `the address is none`(
        address: String
    ) async {
        guard case .unusable = await failure(.init(address: address)) else {
            Issue.record("taken for an address")
            return
        }
    }
}
