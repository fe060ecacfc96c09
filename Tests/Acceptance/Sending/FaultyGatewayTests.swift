import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `A gateway that is not well` {
        /// What it does with the confirmation of each person, by the end of the number.
        private enum Fault: Int, CaseIterable {
            case refuses = 1, blocks, garbage, half, cut, stalls

            var number: String { "+23767000000\(rawValue)" }

            func act(_ carrier: any Carrier) -> FakeGateway.Act? {
                switch self {
                case .refuses: carrier.refusal
                case .blocks: carrier.block
                case .garbage: .answer(200, headers: ["Content-Type": "text/html"], "<html>Welcome to the Wi-Fi of Hôtel Mont Fébé")
                case .half: .bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"status\":\"0\",")
                case .cut: .reset
                case .stalls: .stall
                }
            }

            /// What `export messages` says of it, and how its reason begins.
            var told: (status: String, reason: String?) {
                switch self {
                case .refuses: ("ended", "refused ")
                case .blocks: ("ended", "blocked ")
                case .garbage, .half, .cut, .stalls: ("attempted", nil)
                }
            }
        }

        @Test(arguments: Carriers.all.map(\.kind))
        func `is taken at its word, and in doubt where it says none`(kind: String) async throws {
            let carrier = try #require(Carriers.all.first { $0.kind == kind })
            let gateway = try CarrierGateway(carrier)
            gateway.become { message in Fault.allCases.first { $0.number == message.to }?.act(carrier) }
            let service = try await Service.start(in: gateway.scratch(at: nil))
            let faults = Fault.allCases.filter { $0.act(carrier) != nil }
            for fault in faults {
                var (session, _) = try await Session.dial(fault.number, to: service)
                _ = try await session.register(name: "Awa")
                try await eventually("\(fault) was met") {
                    gateway.fake.requests.contains { carrier.handed($0)?.to == fault.number }
                }
                if fault != .stalls {
                    try await eventually("\(fault) is told") { try await Self.isTold(fault, service) }
                }
            }
            for fault in faults { #expect(try await Self.isTold(fault, service), "\(fault)") }
            #expect(gateway.taken.isEmpty)
        }

        private static func isTold(_ fault: Fault, _ service: Service) async throws -> Bool {
            let message = try await service.scratch.begunMessages("confirmation").first { $0.phone == fault.number }
            guard let message, message.status == fault.told.status else { return false }
            return fault.told.reason.map { message.reason?.hasPrefix($0) == true } ?? true
        }

        @Test(arguments: ["africas-talking-sms", "http-sms"])
        func `that is too busy is asked again when it said, and the message comes once`(kind: String) async throws {
            let carrier = try #require(Carriers.all.first { $0.kind == kind })
            let gateway = try CarrierGateway(carrier)
            gateway.become { _ in .answer(429, headers: ["Retry-After": "2"], "Too Many Requests") }
            let service = try await Service.start(in: gateway.scratch(at: nil))
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa")
            try await eventually("it waits") {
                try await service.scratch.begunMessages("confirmation").first?.status == "queued" && !gateway.fake.requests.isEmpty
            }
            let before = gateway.fake.requests.count
            gateway.become { _ in nil }
            try await eventually("it is accepted") { try await service.scratch.begunMessages("confirmation").first?.status == "accepted" }
            #expect(gateway.fake.requests.count == before + 1 && gateway.taken.count == 1)
        }

        @Test(arguments: ["twilio", "kannel", "mtn-sms"])
        func `with a certificate of somebody else's gets nothing, and the trouble is told`(kind: String) async throws {
            let carrier = try #require(Carriers.all.first { $0.kind == kind })
            let imposter = try Imposter()
            let gateway = try CarrierGateway(carrier)
            let scratch = try gateway.scratch(at: nil, url: "https://127.0.0.1:\(imposter.port)")
            let service = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa")
            try await eventually("its trouble is told") {
                try await service.get("/metrics").text.contains("passerelle_channel_trouble{channel=\"sms\"} 1")
            }
            #expect(try await scratch.begunMessages("confirmation").map(\.status) == ["queued"])
            let traced = try await scratch.run("trace", "sms")
            #expect(traced.output.contains("= not taken: wrong-certificate"), "\(traced.output)")
        }
    }
}
