import Foundation
import HTTPClient
import HTTPTypes

/// One person's phone behind one gateway: what the gateway sends for a key press or a message, and what it makes of the answer.
protocol Line: Sendable {
    init(number: String)

    /// The dial, or the first message of an SMS conversation; `path` is what stands behind the code.
    mutating func begin(path: [String]) -> Call
    mutating func type(_ answer: String) -> Call
    func screen(_ response: HTTPClient.Response) throws -> Screen
}

/// A request of a gateway.
struct Call: Sendable {
    var method = HTTPRequest.Method.post
    var path: String
    var headers: HTTPFields = [:]
    var body: [UInt8] = []

    static func form(_ path: String, _ fields: KeyValuePairs<String, String>) -> Call {
        Call(path: path, headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(encoded(fields).utf8))
    }

    /// - Parameter members: texts in which nothing needs escaping.
    static func json(_ path: String, _ members: KeyValuePairs<String, String>) -> Call {
        let json = "{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
        return Call(path: path, headers: [.contentType: "application/json"], body: Array(json.utf8))
    }

    static func encoded(_ fields: KeyValuePairs<String, String>) -> String {
        fields.map { "\(Service.encoded($0))=\(Service.encoded($1))" }.joined(separator: "&")
    }
}

extension Service {
    func send(_ call: Call) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        try await send(call.method, call.path, headers: call.headers, body: call.body)
    }
}

extension HTTPClient.Response {
    /// The body as JSON, of an answer that says so.
    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard status == .ok, headers[.contentType] == "application/json" else {
            throw Screen.Unreadable(description: "no JSON: \(status): \(text)")
        }
        return try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
