import Foundation
import HTTPClient
import HTTPTypes

/// The words of W3C WebDriver, as far as these tests speak it.
struct WebDriverClient: Sendable {
    let address: String
    private let client = HTTPClient(timeLimit: .seconds(60))

    init(address: String) { self.address = address }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    func isReady() async -> Bool {
        struct Status: Decodable {
            var ready: Bool
        }
        let status = try? await get("/status", as: Status.self)
        return status?.ready == true
    }

    func get<Value: Decodable>(_ path: String, as type: Value.Type) async throws -> Value {
        try await send(.get, path, body: [], as: type)
    }

    @discardableResult func post<Value: Decodable>(
        _ path: String, _ body: some Encodable, as type: Value.Type = Nothing.self
    ) async throws -> Value {
        try await send(.post, path, body: Array(try JSONEncoder().encode(body)), as: type)
    }

    func delete(_ path: String) async throws { _ = try await send(.delete, path, body: [], as: Nothing.self) }

    /// What a command gives back that gives nothing.
    struct Nothing: Codable {
        init() {}
        init(from decoder: any Decoder) {}
    }

    private struct Answer<Value: Decodable>: Decodable {
        var value: Value
    }

    private func send<Value: Decodable>(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8], as type: Value.Type
    ) async throws -> Value {
        let response = try await client.send(
            HTTPClient.Request(
                method: method, address: address + path, headers: [.contentType: "application/json; charset=utf-8"], body: body))
        guard response.status == .ok else { throw Refused(description: "\(method) \(path): \(response.text.prefix(400))") }
        return try JSONDecoder().decode(Answer<Value>.self, from: Data(response.body)).value
    }
}
