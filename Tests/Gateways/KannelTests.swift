import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Kannel` {
    /// As Kannel 1.4.5 posts a message, but for what a case changes.
    static func posted(
        _ body: [UInt8], type: String? = #"text/plain; charset="UTF-8""#, from: String? = "+237670000001",
        time: String? = "2026-11-24 23:59:17", query: String = "id=0ff595f4-70f3-446f-a27d-adafd751c5cc",
        method: HTTPRequest.Method = .post,
        _ more: [String: String] = [:]
    ) -> WebRequest {
        var headers = HTTPFields()
        headers[.contentType] = type
        let own = ["X-Kannel-From": from, "X-Kannel-Time": time, "X-Kannel-To": "8080", "X-Kannel-SMSC": "fake", "X-Kannel-Coding": "0"]
        for (name, value) in own.compactMapValues({ $0 }).merging(more, uniquingKeysWith: { $1 }) {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return WebRequest(method: method, query: query, headers: headers, body: body)
    }

    static func posted(_ text: String) -> WebRequest { posted(Array(text.utf8)) }

    static func asked(_ query: String) -> WebRequest { WebRequest(method: .get, query: query, headers: [:], body: []) }

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var text: String

        init(_ label: String, _ request: WebRequest, _ text: String) { (testDescription, self.request, self.text) = (label, request, text) }
    }

    private static let who = "sender=%2B237670000001&to=8080&ts=1795577669&id=0ff595f4-70f3-446f-a27d-adafd751c5cc"
    /// مرحبا, as UCS-2.
    private static let arabic: [UInt8] = [0x06, 0x45, 0x06, 0x31, 0x06, 0x2D, 0x06, 0x28, 0x06, 0x27]

    static let words = [
        Words("UTF-8", posted("Où êtes-vous ? ça, œ, €"), "Où êtes-vous ? ça, œ, €"),
        Words("no charset is UTF-8", posted(Array("é".utf8), type: "text/plain"), "é"),
        Words("no content type", posted(Array("é".utf8), type: nil), "é"),
        Words("a charset that is not known, and UTF-8", posted(Array("é".utf8), type: "text/plain; charset=KOI-7"), "é"),
        Words("ISO-8859-1", posted([0xE9, 0x20, 0xE7], type: "text/plain; charset=ISO-8859-1"), "é ç"),
        Words("windows-1252", posted([0x9C, 0x80, 0x92], type: "text/plain; charset=windows-1252"), "œ€’"),
        Words("ISO-8859-1 that is windows-1252 in truth", posted([0x9C], type: "text/plain; charset=\"ISO-8859-1\""), "œ"),
        Words("an empty place of windows-1252", posted([0x41, 0x81], type: "text/plain; charset=windows-1252"), "A\u{FFFD}"),
        Words(
            "UCS-2", posted(arabic, type: #"text/plain; charset="UTF-16BE""#, ["X-Kannel-Coding": "2"]), "مرحبا"),
        Words("UCS-2 by its coding alone", posted(arabic, type: "text/plain", ["X-Kannel-Coding": "2"]), "مرحبا"),
        Words("UCS-2 by Kannel's own header", posted(arabic, type: "text/plain", ["X-Kannel-Charset": "UCS-2"]), "مرحبا"),
        Words("a pair of surrogates", posted([0xD8, 0x3D, 0xDE, 0x00], type: "text/plain; charset=UTF-16BE"), "😀"),
        Words("half a pair", posted([0xD8, 0x3D, 0x00, 0x41], type: "text/plain; charset=UTF-16BE"), "\u{FFFD}A"),
        Words("half a letter at the end", posted([0x00, 0x41, 0x06], type: "text/plain; charset=UTF-16BE"), "A"),
        Words("a mark of the byte order", posted([0xFE, 0xFF, 0x00, 0x41], type: "text/plain; charset=UTF-16BE"), "A"),
        Words("recoded by Kannel from UCS-2", posted(Array("مرحبا".utf8), ["X-Kannel-Coding": "2"]), "مرحبا"),
        Words("what says UTF-8 and is not", posted([0x63, 0x61, 0x66, 0xE9]), "café"),
        Words("bytes that are words", posted([0x63, 0xE9], type: "application/octet-stream", ["X-Kannel-Coding": "1"]), "cé"),
        Words("bytes that are none", posted([0x00, 0x01, 0x41], type: "application/octet-stream", ["X-Kannel-Coding": "1"]), "A"),
        Words("empty", posted(""), ""),
        Words("one blank", posted(" "), " "),
        Words("lines are kept, other controls are not", posted("a\nb\tc\r\u{0}\u{7}\u{1B}d"), "a\nb\tc\rd"),
        Words("what looks like a form", posted("a+b=1&c=%20"), "a+b=1&c=%20"),
        Words("asked", asked(who + "&message=Bonjour++%C3%A7a&charset=UTF-8&coding=0"), "Bonjour  ça"),
        Words("asked, in UCS-2", asked(who + "&message=%06E%061%06-%00+%00A&charset=UTF-16BE&coding=2"), "مرح A"),
        Words("asked, in UCS-2 by its coding alone", asked(who + "&message=%06E%061%06-&coding=2"), "مرح"),
        Words("asked, as bytes", asked(who + "&message=%E9%FF%00+x&charset=8-BIT&coding=1"), "éÿ x"),
        Words("asked, in ISO-8859-1", asked(who + "&message=%E9&charset=ISO-8859-1"), "é"),
        Words("asked, empty", asked(who + "&message="), ""),
    ]

    @Test(arguments: words) func `a message is read`(_ words: Words) throws {
        let id = "0ff595f4-70f3-446f-a27d-adafd751c5cc"
        #expect(
            try gateway("kannel").read(words.request)
                == .message(Inbound(sender: awa, session: id, text: .message(words.text), stepKey: id, network: nil)))
    }

    struct Sender: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var e164: String?

        init(_ written: String, _ e164: String?) { (testDescription, self.e164) = (written, e164) }
    }

    static let senders = [
        Sender("+237670000001", "+237670000001"), Sender("237670000001", "+237670000001"), Sender("00237670000001", "+237670000001"),
        Sender("670000001", "+237670000001"), Sender("+33639980001", "+33639980001"), Sender("Orange", nil), Sender("8080", nil),
        Sender("MTN 237", nil), Sender("*123#", nil), Sender("+", nil), Sender("+999000000001", nil), Sender("12345678901234567890", nil),
    ]

    @Test(arguments: senders) func `who wrote is a person, or gets no conversation and no error`(_ sender: Sender) throws {
        let escaped = sender.testDescription.replacing("+", with: "%2B").replacing("#", with: "%23")
        let expected = sender.e164.map { number in
            Arrival.message(
                Inbound(sender: PhoneNumber(e164: number), session: "a", text: .message("x"), stepKey: "a", network: nil))
        }
        let bodies = [
            Self.posted(Array("x".utf8), from: sender.testDescription, query: "id=a"), Self.asked("sender=\(escaped)&message=x&id=a"),
        ]
        for request in bodies { #expect(try gateway("kannel").read(request) == expected ?? .noPerson) }
    }

    struct Same: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var session: String
        var stepKey: String?

        init(_ label: String, _ request: WebRequest, _ session: String, _ stepKey: String?) {
            (testDescription, self.request, self.session, self.stepKey) = (label, request, session, stepKey)
        }
    }

    private static let withoutID = "+237670000001\u{0}2026-11-24 23:59:17\u{0}1"

    static let same = [
        Same("its id", posted([0x31], query: "id=a1"), "a1", "a1"),
        Same("its id, beside the secret", posted([0x31], query: "key=geheim&id=a1"), "a1", "a1"),
        Same("no id", posted([0x31], query: ""), withoutID, withoutID),
        Same("an empty id", posted([0x31], query: "id="), withoutID, withoutID),
        Same("an id twice", posted([0x31], query: "id=a1&id=a2"), withoutID, withoutID),
        Same("neither id nor time", posted([0x31], time: nil, query: ""), "+237670000001\u{0}\u{0}1", nil),
        Same("asked without an id", asked("sender=670000001&message=1&ts=17"), "+237670000001\u{0}17\u{0}1", "+237670000001\u{0}17\u{0}1"),
        Same("asked with neither", asked("sender=670000001&message=1&ts="), "+237670000001\u{0}\u{0}1", nil),
    ]

    @Test(arguments: same) func `what makes a message the same when it comes again`(_ same: Same) throws {
        #expect(
            try gateway("kannel").read(same.request)
                == .message(Inbound(sender: awa, session: same.session, text: .message("1"), stepKey: same.stepKey, network: nil)))
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var names: String

        init(_ label: String, _ request: WebRequest, _ names: String) {
            (testDescription, self.request, self.names) = (label, request, names)
        }
    }

    static let refused = [
        Refused("PUT", posted([0x31], method: .put), "POST"),
        Refused("DELETE", posted([0x31], method: .delete), "POST"),
        Refused("HEAD", posted([0x31], method: .head), "POST"),
        Refused("a form", posted([0x31], type: "application/x-www-form-urlencoded"), "text/plain"),
        Refused("XML", posted([0x31], type: "text/xml; charset=UTF-8"), "text/plain"),
        Refused("packed", posted([0x31], ["Content-Encoding": "gzip"]), "Content-Encoding"),
        Refused("posted without a sender", posted([0x31], from: nil), "X-Kannel-From"),
        Refused("posted with an empty sender", posted([0x31], from: ""), "X-Kannel-From"),
        Refused("asked for nothing", asked(""), "sender"),
        Refused("asked without a sender", asked("message=secret&id=a"), "sender"),
        Refused("asked with an empty sender", asked("sender=&message=secret&id=a"), "sender"),
        Refused("asked without a message", asked("sender=%2B237670000001&id=a"), "message"),
        Refused("a field twice", asked("sender=%2B237670000001&message=secret&message=secret"), "Field 3"),
        Refused("half a percent", asked("sender=%2B237670000001&message=secret%4"), "%"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: Refused) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("kannel")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(refusal.sentence.hasSuffix("."))
        for word in ["secret", "670000001"] { #expect(!refusal.sentence.contains(word)) }
    }

    struct Answered: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var coding: String?

        init(_ label: String, _ text: String, coding: String?) { (testDescription, self.text, self.coding) = (label, text, coding) }
    }

    static let answers = [
        Answered("GSM 03.38", "Où ? Çà ou là, 5 €.", coding: nil),
        Answered("two parts are one body", String(repeating: "Première partie. ", count: 14), coding: nil),
        Answered("ê is not in GSM 03.38", "Où êtes-vous ?", coding: "2"),
        Answered("Arabic", "مرحبا بكم", coding: "2"),
        Answered("an e and its accent apart are é", "e\u{301}", coding: nil),
        Answered("nothing to say", "", coding: nil),
    ]

    @Test(arguments: answers) func `an answer is the reply SMS`(_ answer: Answered) throws {
        let inbound = Inbound(sender: awa, session: "a1", text: .message("1"), stepKey: "a1", network: nil)
        let coding = try #require(HTTPField.Name("X-Kannel-Coding"))
        for ends in [true, false] {
            let response = try gateway("kannel").answer(answer.text, ends: ends, to: inbound)
            #expect(wire(response) == "200\ntext/plain; charset=UTF-8\n\n" + answer.text)
            #expect(response.headers == (answer.coding.map { [coding: $0] } ?? [:]))
        }
    }

    @Test func `where there is nothing to say the body is empty, and trouble is 503`() throws {
        let gateway = try gateway("kannel")
        #expect(wire(gateway.acknowledgement) == "200\ntext/plain; charset=UTF-8\n\n")
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\ntext/plain; charset=UTF-8\n\nRéessayez.")
    }

    @Test func `it carries SMS, for people`() throws {
        let kind = try #require(Catalogue.kind(named: "kannel"))
        guard case .sms = kind.carries, case .service = kind.use else {
            Issue.record("\(kind.carries), \(kind.use)")
            return
        }
    }
}
