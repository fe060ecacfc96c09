import Foundation
import HTTPClient
import HTTPTypes

/// An SMS gateway as its documentation has it: what it sends us, and what it makes of what we send. Its channel is called `sms`.
protocol Carrier: Sendable {
    /// As `gateway` names it.
    var kind: String { get }
    /// What the channel's configuration says beside its gateway, code and cost.
    func settings(_ url: String) -> [String]

    /// A message of a person, with the proof that this gateway gives.
    func message(_ text: String, from number: String, id: String) -> Call
    /// The words that its answer carries back to the person; nil where it carries none.
    func words(in answer: HTTPClient.Response) throws -> String?
    /// Whether words come back in its answer rather than as a message of their own.
    var repliesInAnswer: Bool { get }

    /// What a request wants sent; nil where it wants something else, such as a token, or is not as documented.
    func handed(_ request: FakeGateway.Request) -> Handed?
    /// What is answered to a message that is taken under this id.
    func taken(id: String) -> FakeGateway.Act
    /// What is answered to any other request.
    func other(_ request: FakeGateway.Request) -> FakeGateway.Act

    /// What is answered to a message that is refused for good.
    var refusal: FakeGateway.Act { get }
    /// The same to one for a person who let this sender be blocked there; nil where the gateway knows no such thing.
    var block: FakeGateway.Act? { get }

    /// The report that a message is delivered.
    func delivered(_ message: Handed, id: String) -> Call
}

/// A message as a gateway reads it.
struct Handed: Sendable, Equatable {
    var to: String
    var text: String
    /// Our own id of it, where one travels.
    var ours: String?
    /// Where its report is wanted, where the request says so.
    var reports: String?
}

extension Carrier {
    static var path: String { "/channels/sms/receive" }
    static var proof: String { "key=\(Service.encoded(Scratch.gatewaySecret))" }
    var secret: String { "secret: \"\(Scratch.gatewaySecret)\"" }

    func other(_ request: FakeGateway.Request) -> FakeGateway.Act { .answer(400, "no such request") }
    func words(in answer: HTTPClient.Response) throws -> String? { nil }
    var repliesInAnswer: Bool { false }
    var block: FakeGateway.Act? { nil }
}

extension Call {
    /// Of members that may be any text, or further objects.
    static func json(_ path: String, object: [String: Any]) -> Call {
        let data = (try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)) ?? Data()
        return Call(path: path, headers: [.contentType: "application/json"], body: Array(data))
    }

    /// At an address that we gave, its host left out.
    static func target(of address: String) -> String {
        guard let url = URLComponents(string: address) else { return "/" }
        return url.path + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
    }
}

extension FakeGateway.Request {
    /// The body as JSON, its members by their way: `messages.0.id`.
    func member(_ way: String) -> String? {
        var value = try? JSONSerialization.jsonObject(with: Data(body))
        for step in way.split(separator: ".") {
            value =
                Int(step).flatMap { index in (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil } }
                ?? (value as? [String: Any])?[String(step)]
        }
        return value as? String
    }
}
