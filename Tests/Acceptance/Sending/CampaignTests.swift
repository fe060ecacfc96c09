import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `A campaign` {
        private static let text = "OIM et MINPMEESA : réunion lundi. C'est gratuit. {{how-to-stop}}"

        /// Two who lead teams, one who does not, and one who said STOP.
        private static func registered(through gateway: FakeGateway) async throws -> Service {
            let service = try await Service.start(in: .sending(through: gateway))
            for (number, team) in [("+237670000001", "7"), ("+237670000002", "9"), ("+237670000003", "0"), ("+237670000004", "8")] {
                var (session, _) = try await Session.dial(number, to: service)
                _ = try await session.register(name: "Awa", team: team)
            }
            let proof = Data("passerelle:\(Scratch.gatewaySecret)".utf8).base64EncodedString()
            var headers: HTTPFields = [.contentType: "text/plain", .authorization: "Basic \(proof)"]
            headers[try #require(HTTPField.Name("X-Kannel-From"))] = "+237670000004"
            let stopped = try await service.send(.post, "/channels/sms/receive?id=1", headers: headers, body: Array("STOP".utf8))
            #expect(stopped.status == .ok, "\(stopped.text)")
            try await eventually("the confirmations have left") {
                try await service.scratch.begunMessages("confirmation").allSatisfy { $0.status != "queued" }
            }
            return service
        }

        private static func told(_ gateway: FakeGateway) -> [String] {
            gateway.requests.filter { $0["text"]?.contains("lundi") == true }.compactMap { $0["to"] }.sorted()
        }

        @Test func `is shown before it is sent, with people, parts and money, whether a service runs or not`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Self.registered(through: gateway)
            let scratch = service.scratch
            for isRunning in [true, false] {
                if !isRunning { try await service.stop() }
                let shown = try await scratch.run("send", "--to", "team >= 5", "--text", Self.text, "--dry-run")
                #expect(shown.code == 0, "\(shown.complaints)")
                #expect(shown.output.contains("in all: 2 persons, 2 messages, 2 parts, 24 XAF"), "\(shown.output)")
                #expect(shown.output.contains("said STOP: 1"), "\(shown.output)")
                #expect(shown.output.contains("lundi"), "\(shown.output)")
                let unconfirmed = try await scratch.run("send", "--to", "team >= 5", "--text", Self.text)
                #expect(unconfirmed.code == 1)
                #expect(unconfirmed.complaints.contains("--yes"), "\(unconfirmed.complaints)")
            }
            #expect(Self.told(gateway) == [])
            #expect(try await scratch.run("campaigns").output == "")
        }

        @Test func `reaches those who fit, once, and is told to its end`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Self.registered(through: gateway)
            let sent = try await service.scratch.run("send", "--to", "team >= 5 and stage = idee", "--text", Self.text, "--yes")
            #expect(sent.code == 0, "\(sent.complaints)")
            #expect(sent.complaints.contains("done, queued 2, waiting 0, left 2"), "\(sent.complaints)")
            #expect(Self.told(gateway) == ["+237670000001", "+237670000002"])
            let listed = try await service.scratch.run("campaigns").output
            #expect(
                listed.contains("left 2") && listed.contains("team >= 5 and stage = idee") && listed.contains("said STOP: 1"), "\(listed)")
        }

        @Test func `paused it stands still, stopped it ends, without a service too, which sends nothing of it then`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Self.registered(through: gateway)
            let scratch = service.scratch
            try await service.stop()
            let sent = try await scratch.run("send", "--to", "team >= 5", "--text", Self.text, "--yes")
            #expect(sent.code == 0, "\(sent.complaints)")
            #expect(sent.complaints.contains("running, queued 2, waiting 2"), "\(sent.complaints)")
            let id = try #require(try await scratch.run("campaigns").output.split(separator: " ").first.map(String.init))
            let paused = try await scratch.run("campaigns", "pause", id)
            #expect(paused.complaints.contains("paused"), "\(paused.complaints)")
            let stopped = try await scratch.run("campaigns", "stop", id)
            #expect(stopped.complaints.contains("campaign stopped 2"), "\(stopped.complaints)")
            #expect(try await scratch.run("campaigns", "resume", id).code == 1)
            #expect(try await scratch.run("campaigns", "stop", "nowhere").code == 1)
            let again = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial("+237670000005", to: again)
            _ = try await session.register(name: "Ben")
            try await eventually("another's confirmation leaves") { gateway.requests.contains { $0["to"] == "+237670000005" } }
            #expect(Self.told(gateway) == [])
        }

        @Test func `goes on when who looks on has seen enough`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Self.registered(through: gateway)
            gateway.become { _ in .hold(then: .answer(202, "0: Accepted for delivery")) }
            let watching = try Running(
                [
                    "send", "--to", "team >= 5", "--text", Self.text, "--yes", "--config",
                    service.scratch.configuration.path,
                ], in: service.scratch.folder)
            try await eventually("it is watched") { try watching.said(watching.complaints).contains("queued") }
            watching.send(SIGINT)
            let left = try await watching.finished()
            #expect(left.code == 0)
            #expect(left.complaints.contains("the campaign goes on"), "\(left.complaints)")
            gateway.letGo()
            try await eventually("it is done") { try await service.scratch.run("campaigns").output.contains("done, queued 2") }
        }

        @Test func `is tried on one phone, which is in no export`() async throws {
            let gateway = try FakeGateway.kannel()
            let service = try await Self.registered(through: gateway)
            let tried = try await service.scratch.run("send", "--to", "team >= 5", "--text", Self.text, "--test", "+237670009999")
            #expect(tried.code == 0, "\(tried.complaints)")
            try await eventually("it is there") { Self.told(gateway) == ["+237670009999"] }
            let contacts = try await service.scratch.run("export", "contacts", "--format", "json").output
            #expect(!contacts.contains("+237670009999"))
            let refused = try await service.scratch.run("send", "--to", "team >= 5", "--text", Self.text, "--test", "+237670000004")
            #expect(refused.code == 1)
        }

        struct Faulty: Sendable {
            let arguments: [String]
            let said: String
        }

        @Test(arguments: [
            Faulty(arguments: ["--to", "teem >= 5", "--text", "OIM. {{how-to-stop}}"], said: "did you mean \"team\"?"),
            Faulty(arguments: ["--to", "name = Awa", "--text", "OIM. {{how-to-stop}}"], said: "sealed"),
            Faulty(arguments: ["--to", "team >= 5", "--text", "{{name}} {{how-to-stop}}"], said: "{{name}}"),
            Faulty(arguments: ["--to", "team >= 5", "--opens", "suivie/"], said: "did you mean \"suivi\"?"),
            Faulty(arguments: ["--to", "team >= 5"], said: "--text"),
            Faulty(arguments: ["--to", "team >= 5", "--text", "OIM.", "--until", "bientôt"], said: "bientôt"),
        ]) func `says what is wrong, and sends nothing`(row: Faulty) async throws {
            let scratch = try Scratch()
            let published = try await scratch.run("publish")
            #expect(published.code == 0, "\(published.complaints)")
            let arguments = ["send"] + row.arguments + ["--yes", "--config", scratch.configuration.path]
            let finished = try await Running(arguments, in: scratch.folder).finished()
            #expect(finished.code == 2, "\(finished.complaints)")
            #expect(finished.complaints.contains(row.said), "\(finished.complaints)")
            #expect(try await scratch.run("campaigns").output == "")
        }
    }
}
