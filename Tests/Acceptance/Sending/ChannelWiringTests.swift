import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `A channel that sends` {
        struct Case: Sendable, CustomTestStringConvertible {
            let label: String
            var gateway = "gateway: vonage\n    api-key: k\n    api-secret: s\n    sender: OIM\n"
            var path = "/"
            var more = ""
            let field: String
            /// `PORT` is the service's own.
            let address: String

            var testDescription: String { label }
        }

        @Test(arguments: [
            Case(
                label: "beside us", field: "callback",
                address: "http://127.0.0.1:PORT/channels/sms/status?key=nur-f%C3%BCr%20diesen%2FTest"),
            Case(
                label: "out in the world", more: "public-address: https://passerelle.example/", field: "callback",
                address: "https://passerelle.example/channels/sms/status?key=nur-f%C3%BCr%20diesen%2FTest"),
            Case(
                label: "a Kannel beside us, while the world reaches us too", gateway: "gateway: kannel\n    username: u\n    password: p\n",
                path: "/cgi-bin/sendsms", more: "public-address: https://passerelle.example", field: "dlr-url",
                address: "http://passerelle:nur-f%%C3%%BCr%%20diesen%%2FTest@127.0.0.1:PORT/channels/sms/status?id="),
        ]) func `says where its reports go, with the proof of the caller`(row: Case) async throws {
            let gateway = try FakeGateway { _ in .answer(202, "0: Accepted for delivery") }
            let scratch = try Scratch()
            try scratch.replaceConfiguration("cost: gratuit }", with: "cost: gratuit, secret: s }")
            try scratch.replaceConfiguration(
                "outgoing: [{ via: phone }]\n",
                with: "  sms:\n    \(row.gateway)    url: \(gateway.address(row.path))\n    secret: \"\(Scratch.gatewaySecret)\"\n"
                    + "outgoing: [{ via: sms }]\n\(row.more)\n")
            let service = try await Service.start(in: scratch)
            try await Self.register("+237670000001", at: service)
            try await eventually("it leaves") { !gateway.requests.isEmpty }
            let told = try #require(gateway.requests.first?[row.field])
            #expect(told.hasPrefix(row.address.replacing("PORT", with: "\(scratch.port)")), "\(told)")
        }

        /// By USSD, on a channel with a secret.
        private static func register(_ number: String, at service: Service) async throws {
            var typed: [String] = []
            func show() async throws -> Screen {
                try Screen(
                    try await service.post(
                        "/channels/ussd/receive?key=s",
                        [
                            "sessionId": "s1", "phoneNumber": number, "networkCode": "62401", "serviceCode": "*123#",
                            "text": typed.joined(separator: "*"),
                        ]))
            }
            var screen = try await show()
            for answer in Registration.toReview(name: "Awa") {
                typed.append(answer)
                screen = try await show()
            }
            while Registration.accept(screen) == nil, typed.count < 15 {
                typed.append("98")
                screen = try await show()
            }
            typed.append(try #require(Registration.accept(screen)))
            #expect(try await !show().isOpen)
        }

        @Test func `answers an SMS by a message of its own, where its gateway takes no words`() async throws {
            let accepted = """
                {"SMSMessageData":{"Message":"Sent to 1/1 Total Cost: XAF 12","Recipients":[{"statusCode":101,"number":"+237670000001",\
                "status":"Success","cost":"XAF 12.0000","messageId":"ATXid_1"}]}}
                """
            let gateway = try FakeGateway { _ in .answer(201, headers: ["Content-Type": "application/json"], accepted) }
            let scratch = try Scratch()
            try scratch.replaceConfiguration(
                "  phone: { gateway: phone }\n",
                with: """
                      phone: { gateway: phone }
                      at: { gateway: africas-talking-sms, code: "8080", url: "\(gateway.address())", username: u, api-key: k, cost: gratuit }

                    """)
            let service = try await Service.start(in: scratch)
            let response = try await service.post(
                "/channels/at/receive",
                ["id": "m1", "from": "+237670000001", "to": "8080", "text": "INSCRIPTION", "date": "2026-11-27 08:00:00", "linkId": ""])
            #expect(response.status == .ok && !response.text.contains("MINPMEESA"), "\(response.text)")
            try await eventually("the answer leaves") { !gateway.requests.isEmpty }
            let request = try #require(gateway.requests.first)
            #expect(request.path == "/version1/messaging" && request.headers["apikey"] == "k" && request["to"] == "+237670000001")
            #expect(request["message"]?.contains("MINPMEESA") == true, "\(request.text)")
            try await eventually("its price is kept") {
                try await scratch.exportedMessages().contains { $0.channel == "at" && $0.status == "accepted" && $0.price == "12 XAF" }
            }
        }
    }
}
