import Delivery
import Foundation
import Gateways
import HTTPTypes
import Testing
import Texting

/// What a message of ours looks like to staff who look for trouble, in the form of every gateway that sends.
@Suite struct `the trace of what we send` {
    static let text = #"Bonjour Awa Étoundi & "Ngo" <Biya>, c'est noté : 4821."#
    /// Of which the last letters are of another alphabet, so that the whole of it goes as UCS-2.
    static let arabic = "مرحبا Awa Étoundi Ngo Biya 4821"

    struct Case: CustomTestStringConvertible, Sendable {
        var gateway: String
        var text: String
        var body: HTTPUSSD.AnswerType?
        var testDescription: String { "\(gateway) \(body.map { "\($0)" } ?? ""): \(text.count) letters" }
    }

    static let gateways = Catalogue.kinds.filter { $0.makeSender != nil }.map(\.name)
    static let cases = gateways.flatMap { name in
        [text, arabic, "Awa"].flatMap { text in
            let bodies: [HTTPUSSD.AnswerType?] = name == "http-sms" ? [nil, .form, .json, .xml] : [nil]
            return bodies.map { Case(gateway: name, text: text, body: $0) }
        }
    }

    @Test func `every gateway that sends is looked at`() {
        #expect(Set(Self.gateways).isSuperset(of: ["africas-talking-sms", "kannel", "twilio", "mtn-sms", "orange-sms", "http-sms"]))
    }

    @Test(arguments: cases)
    func `nobody's words, number or secret can be read`(_ row: Case) throws {
        let exchange = try Staged.exchange(by: row.gateway, row.text, row.body)
        let shown = Staged.shown(exchange)
        for leak in Staged.leaks where Staged.reads(shown, leak) { Issue.record("\(leak) in \(shown)") }
        #expect(shown.contains("= 401"))
        #expect(shown.contains("Rejected by policy 1104"))
        #expect(shown.contains("error_code\":21610") && shown.contains("gateway.example"))
    }

    @Test(arguments: cases)
    func `what has the person's words in it is masked for their sake, not by chance`(_ row: Case) throws {
        let exchange = try Staged.exchange(by: row.gateway, row.text, row.body)
        let raw = exchange.request.address + "\n" + String(decoding: exchange.request.body, as: UTF8.self)
        #expect(Staged.reads(raw, "Awa") && Staged.reads(raw, "70000001"), "the case proves nothing: \(raw)")
    }

    struct Echo: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        /// What staff look for, which must stay.
        var stays: String
    }

    static let echoes = [
        Echo(testDescription: "the beginning of the words", body: #"{"error":"too long: 'Bonjour Awa Étoundi &..."}"#, stays: "too long"),
        Echo(
            testDescription: "the words in JSON", body: #"{"body":"Bonjour Awa \u00c9toundi & \"Ngo\" <Biya>, c'est not\u00e9 : 4821."}"#,
            stays: "body"),
        Echo(
            testDescription: "the words in XML", body: "<e>Bonjour Awa &#201;toundi &amp; &quot;Ngo&quot; &lt;Biya&gt;, c&apos;est</e>",
            stays: "<e>"),
        Echo(testDescription: "the words in a form", body: "was=Bonjour+Awa+%c3%89toundi+%26+%22Ngo%22+%3cBiya%3E%2C", stays: "was="),
        Echo(testDescription: "the words in Base64", body: "echo Qm9uam91ciBBd2Egw4l0b3VuZGk=", stays: "echo"),
        Echo(testDescription: "the number with blanks", body: "unknown +237 6 70 00 00 01", stays: "unknown"),
        Echo(testDescription: "the number with dashes in a form", body: "to=6-70%2D00-00-01&error=17", stays: "error=17"),
        Echo(testDescription: "the key", body: "wrong key: geheim-geheim", stays: "wrong key"),
        Echo(testDescription: "the key's beginning", body: "wrong key geheim-ge...", stays: "wrong key"),
        Echo(testDescription: "the credentials", body: "got Basic bmd1ZXNzbzpnZWhlaW0tZ2VoZWlt", stays: "got"),
        Echo(testDescription: "a token that it gives", body: #"{"access_token":"AbCdEf\"Gh","expires_in":3600}"#, stays: "3600"),
        Echo(testDescription: "a key of somebody's", body: "api_key=AbCdEf&status=7", stays: "status=7"),
        Echo(testDescription: "an address with a password", body: "see http://u:AbCdEf@gateway.example/", stays: "gateway.example"),
        Echo(testDescription: "digits of somebody's", body: "ref 98765 of 9876", stays: "of 9876"),
        Echo(testDescription: "credentials without a word before them", body: "got bmd1ZXNzbzpnZWhlaW0tZ2VoZWlt", stays: "got"),
        Echo(testDescription: "the words in UTF-16", body: "w=%00B%00o%00n%00j%00o%00u%00r%00+%00A%00w%00a", stays: "w="),
        Echo(testDescription: "the words in hexadecimal", body: "w=0042006F006E006A006F00750072002000410077006100", stays: "w="),
        Echo(
            testDescription: "the words in JSON in a form",
            body: "w=" + "Bonjour Awa".utf16.map { String(format: "%%5Cu%04x", $0) }.joined(), stays: "w="),
    ]

    @Test(arguments: echoes)
    func `a gateway that repeats what it got tells nothing`(_ row: Echo) throws {
        var exchange = try Staged.exchange(by: "kannel", Self.text)
        exchange.end = .answered(OutgoingAnswer(status: .badRequest, body: Array(row.body.utf8)))
        let shown = Staged.shown(exchange)
        for leak in Staged.leaks + ["AbCdEf", "98765", "onj", "u0077", "Qm9uam91"] where Staged.reads(shown, leak) {
            Issue.record("\(leak) in \(shown)")
        }
        #expect(shown.contains(row.stays))
    }

    @Test func `words in a form that nobody knows are not looked for but measured`() throws {
        var exchange = try Staged.exchange(by: "kannel", Self.text)
        exchange.request.address = "http://gateway.example/send?to=x&text=%41wA-fancy-coding"
        let shown = Staged.shown(exchange)
        #expect(shown.contains("?to=•••(1)&text=•••(18)"))
    }

    @Test func `a long body is cut, and it is told`() throws {
        var exchange = try Staged.exchange(by: "twilio", Self.text)
        exchange.end = .answered(OutgoingAnswer(status: .ok, body: Array(String(repeating: "abc ", count: 3000).utf8)))
        let shown = Staged.shown(exchange)
        #expect(shown.contains("(4096 of 12000 bytes)"))
        #expect(shown.count < 6000)
    }

    @Test(arguments: [
        (CallEnd.notTaken(why: "no connection"), "= not taken: no connection"), (.notTrusted, "= not taken: wrong-certificate"),
        (.unknown(why: "time-out"), "= unknown: time-out"),
    ])
    func `what came of it without an answer is told`(end: CallEnd, line: String) throws {
        var exchange = try Staged.exchange(by: "twilio", Self.text)
        exchange.end = end
        #expect(Staged.shown(exchange).contains(line))
    }

    @Test func `what would move the cursor of a terminal is a dot`() throws {
        var exchange = try Staged.exchange(by: "twilio", Self.text)
        exchange.end = .answered(OutgoingAnswer(status: .ok, body: Array("a\u{1B}[2J\u{202E}b\u{FF}".utf8) + [0xFF]))
        let shown = Staged.shown(exchange)
        #expect(shown.contains("a·[2J·bÿ\u{FFFD}"))
    }
}
