import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `Every SMS gateway, both ways` {
        private static let awa = "+237670000001"

        @Test(arguments: Carriers.all.map(\.kind))
        func `a person registers by it, is told, and is left alone after STOP`(kind: String) async throws {
            let carrier = try #require(Carriers.all.first { $0.kind == kind })
            let gateway = try CarrierGateway(carrier)
            let service = try await Service.start(in: gateway.scratch())
            var person = Correspondent(number: Self.awa, gateway: gateway, service: service)

            let reference = try await person.register(name: "Éloïse")
            try await eventually("the confirmation leaves") { gateway.taken.contains { $0.message.text.contains("est enregistrée") } }
            let confirmation = try #require(gateway.taken.first { $0.message.text.contains("est enregistrée") })
            #expect(confirmation.message.to == Self.awa && confirmation.message.text.contains(reference))
            #expect(confirmation.message.text.contains("STOP") && !confirmation.message.text.contains("Éloïse"))
            try await eventually("it is accepted") { try await service.scratch.begunMessages("confirmation").map(\.status) == ["accepted"] }

            let reported = try await service.send(carrier.delivered(confirmation.message, id: confirmation.id))
            #expect(reported.status == .ok, "\(reported.text)")
            let told = try #require(try await service.scratch.begunMessages("confirmation").first)
            #expect(told.status == "delivered" && told.channel == "sms" && told.phone == Self.awa && told.text == confirmation.message.text)

            #expect(try await person.say("STOP")?.isEmpty == false)
            let again = try await person.register(name: "Éloïse")
            #expect(again != reference)
            let begun = try await service.scratch.begunMessages("confirmation")
            #expect(begun.map(\.status).sorted() == ["delivered", "ended"], "\(begun)")
            #expect(gateway.taken.count { $0.message.text.contains("est enregistrée") } == 1, "nothing that we begin leaves after STOP")
            let rest = gateway.fake.requests.filter { carrier.handed($0) == nil }
            #expect(rest.count <= 1, "one token serves them all: \(rest.map(\.path))")
        }

        @Test(arguments: Carriers.all.map(\.kind))
        func `nobody else brings a message or a report`(kind: String) async throws {
            let carrier = try #require(Carriers.all.first { $0.kind == kind })
            let gateway = try CarrierGateway(carrier)
            let service = try await Service.start(in: gateway.scratch())
            var calls = [carrier.message("INSCRIPTION", from: Self.awa, id: "m1")]
            calls.append(
                carrier.delivered(Handed(to: Self.awa, text: "", reports: "\(Carriers.publicAddress)/channels/sms/status?id=1"), id: "x"))
            for var call in calls {
                call.headers[.authorization] = nil
                if let name = HTTPField.Name("X-Twilio-Signature") { call.headers[name] = nil }
                call.path = call.path.replacing(/key=[^&]*&?/, with: "").replacing(/&sig=[^&]*/, with: "")
                let answer = try await service.send(call)
                #expect(answer.status == .forbidden, "\(call.path): \(answer.status) \(answer.text)")
            }
            #expect(try await service.scratch.exportedMessages().isEmpty && gateway.fake.requests.isEmpty)
        }
    }
}
