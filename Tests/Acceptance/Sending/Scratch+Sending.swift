import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Scratch {
    static let gatewaySecret = "nur-für diesen/Test"

    /// As usual, and a channel `sms` by a Kannel of the test's own, at any hour; more of the configuration can follow.
    static func sending(through gateway: FakeGateway, channel: String = "", _ more: String = "") throws -> Scratch {
        let scratch = try Scratch()
        try scratch.replaceConfiguration(
            "outgoing: [{ via: phone }]\n",
            with: """
                  sms:
                    gateway: kannel
                    code: "8080"
                    cost: gratuit
                    secret: "\(gatewaySecret)"
                    url: \(gateway.address("/cgi-bin/sendsms"))
                    username: passerelle
                    password: mot-de-passe
                    part-price: 12 XAF
                \(channel)
                outgoing: [{ via: sms }]
                quiet: { from: "00:00", to: "00:00" }
                prefixes: { mtn: ["23767"] }
                \(more)

                """)
        return scratch
    }

    func exportedMessages() async throws -> [ExportedMessage] {
        let finished = try await run("export", "messages", "--format", "json")
        #expect(finished.code == 0, "\(finished.complaints)")
        return try JSONDecoder().decode([ExportedMessage].self, from: Data(finished.output.utf8))
    }

    /// Those that are of the outbox.
    func begunMessages(_ cause: String) async throws -> [ExportedMessage] {
        try await exportedMessages().filter { $0.direction == "out" && $0.status != "answered" && $0.cause == cause }
    }
}

/// One entry of `export messages --format json`.
struct ExportedMessage: Decodable, Equatable {
    let time: String
    let channel: String?
    let direction: String
    let phone: String
    let text: String?
    let cause: String?
    let status: String
    let reason: String?
    let parts: Int?
    let price: String?
}

extension FakeGateway {
    /// A Kannel that takes everything.
    static func kannel() throws -> FakeGateway { try FakeGateway { _ in .answer(202, "0: Accepted for delivery") } }
}

extension Service {
    /// Tells the report of a message as Kannel does: its own values in for `%d`, `%%` to `%`, and the proof by HTTP Basic.
    func report(_ status: Int, of request: FakeGateway.Request) async throws {
        let address = try #require(request["dlr-url"]).replacing("%d", with: "\(status)").replacing("%%", with: "%")
        let url = try #require(URLComponents(string: address))
        #expect(url.host == "127.0.0.1" && url.port == Int(scratch.port))
        let proof = Data("\(url.user ?? ""):\(url.password ?? "")".utf8).base64EncodedString()
        let response = try await get("\(url.path)?\(url.percentEncodedQuery ?? "")", headers: [.authorization: "Basic \(proof)"])
        #expect(response.status == .ok, "\(response.text)")
    }
}
