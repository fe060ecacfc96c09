import Gateways
import HTTPTypes
import Hummingbird
import Server
import Testing

/// A signature that is valid for one address, one body and one key, so that each shows where it is wrong.
private struct Staged: CallSignature {
    var address: String
    var body = Question().body

    func isValid(_ request: WebRequest, calledAt address: String, keys: [String]) -> Bool {
        address == self.address && request.body == Array(body.utf8) && keys == ["k1", "k2"]
    }
}

@Suite struct `a gateway's signature` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var publicAddress: String?
        var asked: String
        var called: String

        init(_ label: String, at publicAddress: String?, asked: String = "/channels/ussd/receive", called: String) {
            (testDescription, self.publicAddress, self.asked, self.called) = (label, publicAddress, asked, called)
        }
    }

    static let cases = [
        Case("the public address", at: "https://sms.example", called: "https://sms.example/channels/ussd/receive"),
        Case("a slash at its end", at: "https://sms.example/", called: "https://sms.example/channels/ussd/receive"),
        Case("its port", at: "https://sms.example:8443", called: "https://sms.example:8443/channels/ussd/receive"),
        Case("its path", at: "https://sms.example/passerelle/", called: "https://sms.example/passerelle/channels/ussd/receive"),
        Case(
            "a query, as it was sent", at: "https://sms.example", asked: "/channels/ussd/receive?b=%2b+1&a=%C3%A9",
            called: "https://sms.example/channels/ussd/receive?b=%2b+1&a=%C3%A9"),
        Case("no public address: as it was called here", at: nil, called: "http://localhost/channels/ussd/receive"),
    ]

    @Test(arguments: cases) func `is one of the address that the gateway called`(_ one: Case) async throws {
        let turns = StagedTurns()
        let proof = CallerProof(signature: Staged(address: one.called), keys: ["k1", "", "k2"])
        let question = Question(address: one.asked, peer: "203.0.113.9")
        let response = try await ask(service([channel(proof: proof)], turns: turns, publicAddress: one.publicAddress), question)
        #expect(response.status == .ok)
        #expect(turns.messages.count == 1)
    }

    struct Wrong: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var proof: CallerProof
        var address = "/channels/ussd/receive"

        init(_ label: String, _ proof: CallerProof, address: String = "/channels/ussd/receive") {
            (testDescription, self.proof, self.address) = (label, proof, address)
        }
    }

    private static let right = Staged(address: "https://sms.example/channels/ussd/receive")

    static let wrong = [
        Wrong("another address", CallerProof(signature: right, keys: ["k1", "k2"]), address: "/channels/ussd/receive?x=1"),
        Wrong("another body", CallerProof(signature: Staged(address: right.address, body: ""), keys: ["k1", "k2"])),
        Wrong("another key", CallerProof(signature: right, keys: ["k1"])),
        Wrong("no key, so that nothing is proved", CallerProof(signature: right)),
        Wrong("only an empty key", CallerProof(signature: right, keys: [""])),
        Wrong("a secret is asked for too", CallerProof(secrets: ["geheim"], signature: right, keys: ["k1", "k2"])),
        Wrong("the end of a session", CallerProof(signature: right, keys: ["k1", "k2"]), address: "/channels/ussd/status"),
    ]

    @Test(arguments: wrong) func `that is wrong lets nothing in`(_ one: Wrong) async throws {
        let turns = StagedTurns()
        let question = Question(address: one.address, peer: "127.0.0.1")
        let response = try await ask(service([channel(proof: one.proof)], turns: turns, publicAddress: "https://sms.example"), question)
        #expect(response.status == .forbidden)
        #expect(turns.messages.isEmpty && turns.ends.isEmpty)
        #expect(String(buffer: response.body).hasSuffix(".\n"))
    }

    @Test(arguments: [("WF7xkSMEEyUF0jBqUF2bX9Xf2bI=", HTTPResponse.Status.forbidden), ("u1Nbq7GGTjHqplqUdlWvIG2J5Ic=", .ok)])
    func `of Twilio proves its call`(signature: String, status: HTTPResponse.Status) async throws {
        let signing = try #require(Catalogue.kind(named: "twilio")?.signature)
        let proof = CallerProof(signature: signing.make([:]), keys: ["geheim"])
        let turns = StagedTurns()
        var question = Question(address: "/channels/sms/receive", body: "MessageSid=SM1&From=%2B237670000001&Body=Oui", peer: "203.0.113.9")
        question.headers[try #require(HTTPField.Name("X-Twilio-Signature"))] = signature
        let twilio = try channel("sms", gateway: "twilio", proof: proof)
        let response = try await ask(service([twilio], turns: turns, publicAddress: "https://sms.example"), question)
        #expect(response.status == status)
        #expect(turns.messages.count == (status == .ok ? 1 : 0))
    }
}
