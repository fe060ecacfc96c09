import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    /// A channel whose gateway signs needs no secret, and knows its calls by the public address.
    @Suite struct `By SMS through Twilio` {
        /// With the key `geheim`, of https://sms.example/channels/sms/receive and the fields below.
        private static let signature = "op/1FX+FcyArBQ6ZMW8EJU1CsEU="
        private static let ussd = "  ussd: { gateway: africas-talking-ussd"
        private static let twilio = "  sms: { gateway: twilio, code: \"8080\", account-sid: AC1, auth-token: geheim }\n"

        @Test(arguments: [(signature, HTTPResponse.Status.ok), ("AAAA" + signature.dropFirst(4), .forbidden), ("", .forbidden)])
        func `a signed message is answered, and no other`(signature: String, status: HTTPResponse.Status) async throws {
            let scratch = try Scratch()
            try scratch.replaceConfiguration(Self.ussd, with: Self.twilio + Self.ussd)
            try scratch.replaceConfiguration("database:", with: "public-address: https://sms.example/\ndatabase:")
            let service = try await Service.start(in: scratch)
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            headers[try #require(HTTPField.Name("X-Twilio-Signature"))] = signature
            let answer = try await service.send(
                .post, "/channels/sms/receive", headers: headers, body: Array("MessageSid=SM1&From=%2B237670000061&Body=bonjour".utf8))
            #expect(answer.status == status)
            #expect(answer.text.contains("<Response><Message>") == (status == .ok), "\(answer.text)")
            try await service.stop()
        }

        @Test func `doctor asks for the public address that is signed, and then for nothing`() async throws {
            let scratch = try Scratch()
            try scratch.replaceConfiguration(Self.ussd, with: Self.twilio + Self.ussd)
            func said() async throws -> String {
                try await scratch.run("doctor").output.split(separator: "\n").filter { $0.contains("channels.sms") }.joined(separator: "\n")
            }
            #expect(try await said().contains("public-address"))
            try scratch.replaceConfiguration("database:", with: "public-address: https://sms.example\ndatabase:")
            let after = try await said()
            #expect(!after.contains("public-address") && !after.contains("secret"), "\(after)")
        }
    }
}
