import Conversations
import Dialogs
import Gateways
import HTTPTypes
import Hummingbird
import Server
import Testing
import Texting

@Suite struct `what gateways call` {
    @Test func `a step goes to its channel's turns, and the reply back in the gateway's form`() async throws {
        let turns = StagedTurns()
        let response = try await ask(service([channel()], turns: turns))
        #expect(wire(response) == "200\nContent-Type: text/plain; charset=utf-8\n\nCON Bonjour")
        #expect(
            turns.messages == [
                Inbound(
                    sender: PhoneNumber(e164: "+237670000001"), session: "s", text: .cumulative(""), stepKey: "s\0", network: nil)
            ])
    }

    @Test func `an answer says when it was given`() async throws {
        #expect(try await ask(service([channel()])).headers[.date] == "Tue, 24 Nov 2026 23:59:17 GMT")
    }

    struct Ending: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var outcome: Outcome
        var ussd: String
        var phone: String

        init(_ label: String, _ outcome: Outcome, ussd: String, phone: String) {
            (testDescription, self.outcome, self.ussd, self.phone) = (label, outcome, ussd, phone)
        }
    }

    static let endings = [
        Ending("a screen", .reply(Reply(text: "Oui ?", ends: false)), ussd: "CON Oui ?", phone: #"{"text":"Oui ?","ends":false}"# + "\n"),
        Ending("an end", .reply(Reply(text: "Merci.", ends: true)), ussd: "END Merci.", phone: #"{"text":"Merci.","ends":true}"# + "\n"),
        Ending("nothing to say", .none, ussd: "", phone: #"{"text":"","ends":true}"# + "\n"),
        Ending("too many wait", .refused(words: "Plus tard."), ussd: "END Plus tard.", phone: #"{"text":"Plus tard.","ends":true}"# + "\n"),
        Ending("it waited long", .withdrawn(words: "Trop."), ussd: "END Trop.", phone: #"{"text":"Trop.","ends":true}"# + "\n"),
        Ending("it failed", .failed(words: "Zut."), ussd: "END Zut.", phone: #"{"text":"Zut.","ends":true}"# + "\n"),
        Ending("no dialogs", .noScript(words: "Rien."), ussd: "END Rien.", phone: #"{"text":"Rien.","ends":true}"# + "\n"),
    ]

    @Test(arguments: endings) func `every outcome is a screen that the person can read`(_ ending: Ending) async throws {
        let channels = [try channel(), try channel("phone", gateway: "phone")]
        let service = service(channels, turns: StagedTurns { _ in ending.outcome })
        let ussd = try await ask(service)
        #expect(ussd.status == .ok)
        #expect(String(buffer: ussd.body) == ending.ussd)
        let phone = try await ask(
            service,
            Question(
                address: "/channels/phone/receive", headers: [.contentType: "application/json"],
                body: #"{"number":"+237670000001","session":"a"}"#))
        #expect(phone.status == .ok)
        #expect(String(buffer: phone.body) == ending.phone)
    }

    static let end = "sessionId=s&phoneNumber=%2B237670000001&status=Incomplete"

    @Test(arguments: ["receive", "status"]) func `the end of a session is taken at both addresses`(address: String) async throws {
        let turns = StagedTurns()
        let response = try await ask(service([channel()], turns: turns), Question(address: "/channels/ussd/\(address)", body: Self.end))
        #expect(wire(response) == "200\nContent-Type: text/plain; charset=utf-8\n\n")
        #expect(turns.ends == [SessionEnd(sender: PhoneNumber(e164: "+237670000001"), session: "s", cause: .dropped)])
        #expect(turns.messages.isEmpty)
    }

    @Test(arguments: [Outcome.failed(words: "Zut."), .withdrawn(words: "Trop."), .refused(words: "Plus tard.")])
    func `the end of a session that could not be stored may be told again`(outcome: Outcome) async throws {
        let response = try await ask(
            service([channel()], turns: StagedTurns(ending: outcome)), Question(address: "/channels/ussd/status", body: Self.end))
        #expect(response.status == .serviceUnavailable)
        #expect(String(buffer: response.body) == "The end of the session could not be stored; it may be told again.\n")
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var question: Question
        var wire: String

        init(_ label: String, _ question: Question, _ wire: String) {
            (testDescription, self.question, self.wire) = (label, question, wire)
        }
    }

    private static let plain = "Content-Type: text/plain; charset=utf-8\n"

    static let refused = [
        Refused(
            "no such channel", Question(address: "/channels/sms/receive"), "404\n\(plain)\nThere is no channel of this name.\n"),
        Refused("no such address", Question(address: "/channels/ussd/send"), "404\n\(plain)\nThere is nothing at this address.\n"),
        Refused("the root", Question(method: .get, address: "/", body: ""), "404\n\(plain)\nThere is nothing at this address.\n"),
        Refused(
            "another method", Question(method: .get, body: ""), "400\n\(plain)\nThis address takes POST alone.\n"),
        Refused(
            "another content type", Question(headers: [.contentType: "text/xml"]),
            "400\n\(plain)\nThis address takes application/x-www-form-urlencoded.\n"),
        Refused(
            "a missing field", Question(body: "sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23"),
            "400\n\(plain)\nThe form's field text is missing.\n"),
        Refused(
            "a message where ends are told", Question(address: "/channels/ussd/status"),
            "400\n\(plain)\nThis address takes reports and the end of a session; a message goes to receive.\n"),
        Refused(
            "one byte more than 64 KiB",
            Question(body: Question().body + String(repeating: "1", count: 65_537 - Question().body.utf8.count)),
            "413\n\(plain)\nThe body has more than 64 KiB.\n"),
    ]

    @Test(arguments: refused) func `what a gateway could not have sent is refused, and no turn is taken`(_ refused: Refused) async throws {
        let turns = StagedTurns()
        #expect(wire(try await ask(service([channel()], turns: turns), refused.question)) == refused.wire)
        #expect(turns.messages.isEmpty)
        #expect(turns.ends.isEmpty)
    }

    @Test func `a body of just 64 KiB is taken`() async throws {
        let body = Question().body + String(repeating: "1", count: 65_536 - Question().body.utf8.count)
        #expect(try await ask(service([channel()]), Question(body: body)).status == .ok)
    }
}
