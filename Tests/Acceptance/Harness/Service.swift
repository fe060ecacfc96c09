import Foundation
import HTTPClient
import HTTPTypes
import Testing

/// `passerelle serve` in a scratch folder.
struct Service: Sendable {
    let scratch: Scratch
    let process: Running
    private let client = HTTPClient(timeLimit: .seconds(30))

    /// Starts it and waits until it is ready for people.
    static func start(in scratch: Scratch, environment: [String: String] = [:]) async throws -> Service {
        let service = try launch(in: scratch, environment: environment)
        do {
            try await eventually("ready") {
                guard service.process.isRunning else { throw NotInTime(description: "it ended") }
                return try await service.isReady()
            }
        } catch {
            Issue.record("not ready: \(error)\n\(try service.process.said(service.process.complaints))")
            throw error
        }
        return service
    }

    /// Starts it, whatever becomes of it.
    static func launch(in scratch: Scratch, environment: [String: String] = [:]) throws -> Service {
        let process = try Running(["serve", "--config", scratch.configuration.path], in: scratch.folder, environment: environment)
        return Service(scratch: scratch, process: process)
    }

    private func isReady() async throws -> Bool {
        do {
            return try await get("/health/ready").status == .ok
        } catch HTTPClient.Failure.notConnected {
            return false
        }
    }

    /// SIGTERM, and its end.
    @discardableResult func stop() async throws -> Finished {
        process.send(SIGTERM)
        return try await process.finished()
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        try await send(.get, path, headers: headers, body: [])
    }

    /// A form as a gateway posts it.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        let form = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
        return try await post(path, body: Array(form.utf8))
    }

    func post(
        _ path: String, body: [UInt8], type: String? = "application/x-www-form-urlencoded"
    ) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        var headers = HTTPFields()
        headers[.contentType] = type
        return try await send(.post, path, headers: headers, body: body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: [UInt8]
    ) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        let address = "http://127.0.0.1:\(scratch.port)\(path)"
        return try await client.send(HTTPClient.Request(method: method, address: address, headers: headers, body: body))
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
