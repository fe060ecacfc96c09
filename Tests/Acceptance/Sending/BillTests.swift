import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `A month's usage` {
        struct Line: Decodable, Equatable {
            let channel: String
            let network: String?
            let sessions: Int
            let steps: Int
            let messagesIn: Int
            let messagesOut: Int
            let parts: Int
            let cost: Double?
            let currency: String?

            enum CodingKeys: String, CodingKey {
                case channel, network, sessions, steps, parts, cost, currency
                case messagesIn = "messages-in"
                case messagesOut = "messages-out"
            }
        }

        private static func month(_ date: Date) throws -> String {
            let zone = try #require(TimeZone(identifier: "Africa/Douala"))
            return String(date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day()).prefix(7))
        }

        @Test func `is counted by channel and network, with what went back in an answer, and without a number`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Service.start(in: .sending(through: gateway))
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa")
            try await eventually("the confirmation is accepted") {
                try await service.scratch.begunMessages("confirmation").first?.status == "accepted"
            }
            let proof = Data("kannel:\(Scratch.gatewaySecret)".utf8).base64EncodedString()
            var headers: HTTPFields = [.contentType: "text/plain", .authorization: "Basic \(proof)"]
            headers[try #require(HTTPField.Name("X-Kannel-From"))] = "+237670000001"
            let asked = try await service.send(.post, "/channels/sms/receive?id=1", headers: headers, body: Array("AIDE".utf8))
            #expect(asked.status == .ok && !asked.text.isEmpty, "\(asked.text)")

            let month = try Self.month(Date())
            let finished = try await service.scratch.run("export", "usage", "--month", month, "--format", "json")
            #expect(finished.code == 0, "\(finished.complaints)")
            let lines = try JSONDecoder().decode([Line].self, from: Data(finished.output.utf8))
            let ussd = try #require(lines.first { $0.channel == "ussd" })
            #expect(ussd.network == "mtn" && ussd.sessions == 1 && ussd.steps == session.typed.count + 1 && ussd.parts == 0, "\(ussd)")
            let sms = try #require(lines.first { $0.channel == "sms" })
            #expect(sms.network == "mtn" && sms.messagesIn == 1 && sms.messagesOut == 1, "\(sms)")
            #expect(sms.parts >= 2 && sms.cost == Double(sms.parts * 12) && sms.currency == "XAF", "\(sms)")
            #expect(lines.count == 2 && !finished.output.contains("67000"))

            let before = try await service.scratch.run("export", "usage", "--month", "2020-01", "--format", "json")
            #expect(before.output == "[]\n")
            let table = try await service.scratch.run("export", "usage", "--month", month)
            #expect(table.output.contains("channel,network,sessions,steps,messages-in,messages-out,parts,cost,currency"))
        }

        @Test(arguments: ["2026-13", "2026", "November"]) func `refuses what is no month`(month: String) async throws {
            let service = try await Service.start(in: Scratch())
            let finished = try await service.scratch.run("export", "usage", "--month", month)
            #expect(finished.code == 2 && finished.complaints.contains(month))
        }
    }
}
