import Gateways
import HTTPTypes
import Hummingbird
import Server
import Testing

@Suite struct `who is calling` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var secrets: [String] = []
        var networks: [String] = []
        var publicAddress: String?
        var peer = "203.0.113.9"
        var headers: [String: String] = [:]
        var query = ""
        var isAnswered: Bool

        init(
            _ label: String, secrets: [String] = [], networks: [String] = [], publicAddress: String? = nil, peer: String = "203.0.113.9",
            headers: [String: String] = [:], query: String = "", answered isAnswered: Bool
        ) {
            testDescription = label
            self.secrets = secrets
            self.networks = networks
            self.publicAddress = publicAddress
            self.peer = peer
            self.headers = headers
            self.query = query
            self.isAnswered = isAnswered
        }
    }

    private static let two = ["old", "new"]
    private static let site = "https://sms.example"

    static let cases = [
        Case("nothing to prove: this machine", peer: "127.0.0.1", answered: true),
        Case("nothing to prove: this machine, version 6", peer: "::1", answered: true),
        Case("nothing to prove: this machine, version 4 written as 6", peer: "::ffff:127.0.0.1", answered: true),
        Case("nothing to prove: another machine", answered: false),
        Case("nothing to prove: no address at all", peer: "", answered: false),
        Case("nothing to prove: a proxy on this machine", peer: "127.0.0.1", headers: ["X-Forwarded-For": "127.0.0.1"], answered: false),
        Case(
            "nothing to prove: a proxy that says only the scheme", peer: "127.0.0.1", headers: ["x-forwarded-proto": "https"],
            answered: false),
        Case("nothing to prove: a proxy by RFC 7239", peer: "127.0.0.1", headers: ["Forwarded": "for=10.0.0.1"], answered: false),
        Case("nothing to prove: a public address", publicAddress: site, peer: "127.0.0.1", answered: false),
        Case("a header of ours", secrets: two, headers: ["X-Passerelle-Secret": "new"], answered: true),
        Case("the second secret is valid too", secrets: two, headers: ["X-Passerelle-Secret": "old"], answered: true),
        Case("a bearer's token", secrets: two, headers: ["Authorization": "Bearer new"], answered: true),
        Case("HTTP Basic's password", secrets: two, headers: ["Authorization": "Basic Z2F0ZTpuZXc="], answered: true),
        Case("a secret in the address", secrets: two, query: "?a=b&key=new", answered: true),
        Case("a secret with signs in the address", secrets: ["a+b%c"], query: "?key=a%2Bb%25c", answered: true),
        Case("with a public address, the secret is enough", secrets: two, publicAddress: site, query: "?key=new", answered: true),
        Case("no secret", secrets: two, answered: false),
        Case("no secret, from this machine", secrets: two, peer: "127.0.0.1", answered: false),
        Case("the wrong secret", secrets: two, headers: ["X-Passerelle-Secret": "next"], answered: false),
        Case("the beginning of one", secrets: two, headers: ["X-Passerelle-Secret": "ne"], answered: false),
        Case("another case", secrets: two, headers: ["X-Passerelle-Secret": "NEW"], answered: false),
        Case("an empty one", secrets: two, headers: ["X-Passerelle-Secret": ""], answered: false),
        Case("Basic's name is no secret", secrets: two, headers: ["Authorization": "Basic bmV3Om5v"], answered: false),
        Case("Basic that is not base64", secrets: two, headers: ["Authorization": "Basic new"], answered: false),
        Case("a key that comes twice", secrets: two, query: "?key=new&key=new", answered: false),
        Case("an empty secret is none: another machine", secrets: [""], query: "?key=", answered: false),
        Case("a listed network", networks: ["203.0.113.0/24"], answered: true),
        Case("a listed address", networks: ["203.0.113.9"], answered: true),
        Case("the second network", networks: ["10.0.0.0/8", "203.0.113.8/31"], answered: true),
        Case("just outside", networks: ["203.0.113.10/31"], answered: false),
        Case("every address of version 6", networks: ["::/0"], answered: false),
        Case("a network of version 6", networks: ["2001:db8::/32"], peer: "2001:db8::7", answered: true),
        Case("another network of version 6", networks: ["2001:db8::/32"], peer: "2001:db9::7", answered: false),
        Case(
            "behind our proxy", networks: ["203.0.113.0/24"], peer: "127.0.0.1", headers: ["X-Forwarded-For": "203.0.113.9"], answered: true
        ),
        Case(
            "behind our proxy, what it added counts", networks: ["203.0.113.0/24"], peer: "127.0.0.1",
            headers: ["X-Forwarded-For": "203.0.113.9, 198.51.100.7"], answered: false),
        Case(
            "who names himself from elsewhere", networks: ["203.0.113.0/24"], peer: "198.51.100.7",
            headers: ["X-Forwarded-For": "203.0.113.9"], answered: false),
        Case("this machine is not in the list", networks: ["203.0.113.0/24"], peer: "127.0.0.1", answered: false),
        Case("network and secret", secrets: two, networks: ["203.0.113.0/24"], query: "?key=new", answered: true),
        Case("the network without the secret", secrets: two, networks: ["203.0.113.0/24"], answered: false),
        Case("the secret from another network", secrets: two, networks: ["10.0.0.0/8"], query: "?key=new", answered: false),
    ]

    @Test(arguments: cases) func `the caller proves itself`(_ one: Case) async throws {
        let networks = try one.networks.map { try #require(NetworkRange(parsing: $0)) }
        let turns = StagedTurns()
        let channels = [try channel(proof: CallerProof(secrets: one.secrets, networks: networks))]
        var question = Question(address: "/channels/ussd/receive\(one.query)", peer: one.peer)
        for (name, value) in one.headers { question.headers[try #require(HTTPField.Name(name))] = value }
        let response = try await ask(service(channels, turns: turns, publicAddress: one.publicAddress), question)
        #expect(response.status == (one.isAnswered ? .ok : .forbidden))
        #expect(turns.messages.count == (one.isAnswered ? 1 : 0))
        if !one.isAnswered { #expect(String(buffer: response.body).hasSuffix(".\n")) }
    }

    @Test func `the end of a session is proved too`() async throws {
        let turns = StagedTurns()
        let channels = [try channel(proof: CallerProof(secrets: ["new"]))]
        let response = try await ask(
            service(channels, turns: turns), Question(address: "/channels/ussd/status", body: "sessionId=s&status=Success"))
        #expect(response.status == .forbidden)
        #expect(turns.ends.isEmpty)
    }

    @Test(arguments: [(nil, HTTPResponse.Status.ok), ("https://sms.example", .forbidden)])
    func `the phone on the screen is closed once there is a public address, secret or not`(
        publicAddress: String?, status: HTTPResponse.Status
    ) async throws {
        let channels = [try channel("phone", gateway: "phone", isTest: true, proof: CallerProof(secrets: ["new"]))]
        let response = try await ask(
            service(channels, publicAddress: publicAddress),
            Question(
                address: "/channels/phone/receive?key=new", headers: [.contentType: "application/json"],
                body: #"{"number":"+237670000001","session":"a"}"#))
        #expect(response.status == status)
    }

    @Test(arguments: ["", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0", "gateway.example", "2001:db8::/129"])
    func `what is no network is no network`(text: String) {
        #expect(NetworkRange(parsing: text) == nil)
    }
}
