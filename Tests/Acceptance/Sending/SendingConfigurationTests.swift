import Foundation
import Testing

extension Acceptance {
    @Suite struct `A configuration that sends` {
        struct Faulty: Sendable {
            let old: String
            let new: String
            let said: String
        }

        @Test(arguments: [
            Faulty(old: "    username: passerelle\n", new: "", said: "“channels.sms.username” is missing"),
            Faulty(old: "password: mot-de-passe", new: "password: \"\"", said: "“channels.sms.password-file” is missing"),
            Faulty(old: "password: mot-de-passe", new: "pasword: x", said: "did you mean “password”"),
            Faulty(old: "password: mot-de-passe", new: "password-file: nowhere", said: "nowhere”"),
            Faulty(old: "    url: http://", new: "    url: ftp://", said: "“channels.sms.url” takes"),
            Faulty(old: "part-price: 12 XAF", new: "part-price: douze", said: "“channels.sms.part-price” takes"),
            Faulty(old: "part-price: 12 XAF", new: "daily-money: 12 francs", said: "“channels.sms.daily-money” takes"),
            Faulty(old: "{ via: sms }", new: "{ via: ussd }", said: "africas-talking-ussd receives and answers, and sends nothing"),
            Faulty(old: "{ via: sms }", new: "{ via: smss }", said: "did you mean “sms”"),
            Faulty(old: "{ via: sms }", new: "{ via: sms, country: CM }", said: "“outgoing.country” takes"),
            Faulty(old: "cost: gratuit }\n", new: "cost: gratuit, url: https://sms.example }\n", said: "“channels.ussd.url” is of no use"),
            Faulty(old: "[\"23767\"]", new: "[67x]", said: "“prefixes.mtn” takes"),
            Faulty(old: "quiet:", new: "clock: { ahead: demain }\nquiet:", said: "“clock.ahead” takes"),
            Faulty(old: "quiet:", new: "alarm: { phone: abc }\nquiet:", said: "“alarm.phone” takes"),
            Faulty(old: "quiet:", new: "alarm: { phon: abc }\nquiet:", said: "did you mean “phone”"),
        ]) func `says what is wrong`(row: Faulty) async throws {
            let scratch = try Scratch.sending(through: .kannel())
            try scratch.replaceConfiguration(row.old, with: row.new)
            let finished = try await scratch.run("serve")
            #expect(finished.code == 2)
            #expect(finished.complaints.contains(row.said), "\(finished.complaints)")
        }

        @Test func `may not name a channel that has no address`() async throws {
            let scratch = try Scratch.sending(through: .kannel())
            let lines = try String(contentsOf: scratch.configuration, encoding: .utf8).split(separator: "\n")
            try scratch.write(lines.filter { !$0.contains("  url: ") }.joined(separator: "\n"), to: scratch.configuration)
            let finished = try await scratch.run("versions")
            #expect(finished.code == 2 && finished.complaints.contains("“sms”, which has no “url”"), "\(finished.complaints)")
        }

        struct Source: Sendable {
            let environment: [String: String]
            let password: String
        }

        @Test(arguments: [
            Source(environment: [:], password: "aus-der-Datei"),
            Source(environment: ["PASSERELLE_CHANNELS_SMS_PASSWORD": "aus,der Umgebung"], password: "aus,der Umgebung"),
        ]) func `takes a gateway's secrets from a file or from the environment`(source: Source) async throws {
            let gateway = try FakeGateway.kannel()
            let scratch = try Scratch.sending(through: gateway)
            try scratch.write("aus-der-Datei\nzweite Zeile\n", to: scratch.folder.appending(path: "geheim"))
            try scratch.replaceConfiguration("password: mot-de-passe", with: "password-file: geheim")
            let service = try await Service.start(in: scratch, environment: source.environment)
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa")
            try await eventually("it leaves") { gateway.requests.first?["password"] == source.password }
            #expect(try !service.process.said(service.process.complaints).contains("ignored"))
        }

        struct Sender: Sendable {
            let lines: String
            let isAnswered: Bool
        }

        @Test(arguments: [
            Sender(lines: "", isAnswered: true), Sender(lines: "    sender: OIM", isAnswered: false),
            Sender(lines: "    sender: OIM\n    answers: yes", isAnswered: true), Sender(lines: "    answers: no", isAnswered: false),
            Sender(lines: "    sender: MG0123456789abcdef0123456789abcdef", isAnswered: true),
            Sender(lines: "    sender: \"+237670000099\"", isAnswered: true),
        ]) func `asks for an answer only where its sender takes one`(sender: Sender) async throws {
            let gateway = try FakeGateway.kannel()
            let scratch = try Scratch.sending(through: gateway, channel: sender.lines)
            let service = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial("+237670000001", to: service)
            _ = try await session.register(name: "Awa")
            try await eventually("it leaves") { !gateway.requests.isEmpty }
            let text = try #require(gateway.requests.first?["text"])
            #expect(text.contains("répondez STOP") == sender.isAnswered && text.contains("*123#") != sender.isAnswered, "\(text)")
            let isWarned = try await scratch.run("doctor").output.contains("“reply STOP”")
            #expect(isWarned == (sender.isAnswered && sender.lines.contains("OIM")))
        }

        @Test func `is examined by doctor`() async throws {
            let scratch = try Scratch.sending(
                through: .kannel(), channel: "    daily-money: 500 EUR\n  at: { gateway: africas-talking-sms, code: \"8081\" }")
            let doctor = try await scratch.run("doctor")
            for said in [
                "`daily-money` is in EUR and `part-price` in XAF",
                "for it to send as well there are missing: url, username, api-key-file", "its answers leave as messages",
            ] {
                #expect(doctor.output.contains(said), "\(said): \(doctor.output)")
            }
        }
    }
}
