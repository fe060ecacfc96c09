import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `SMS over HTTP, as configured` {
    struct Message: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var source: HTTPUSSD.Source
        var list: String?
        var request: WebRequest
        var arrival: Arrival

        init(_ label: String, _ source: HTTPUSSD.Source, list: String? = nil, _ request: WebRequest, _ arrival: Arrival) {
            (testDescription, self.source, self.list) = (label, source, list)
            (self.request, self.arrival) = (request, arrival)
        }
    }

    private static func inbound(
        _ text: String, _ sender: PhoneNumber = awa, session: String = "m1", stepKey: String? = "m1", network: String? = nil
    ) -> Inbound {
        Inbound(sender: sender, session: session, text: .message(text), stepKey: stepKey, network: network)
    }

    private static let other = PhoneNumber(e164: "+237670000002")
    private static let fields = "id=m1&msisdn=237670000001&text="
    private static let kilobytes = String(repeating: "é", count: 5_120)

    static let messages = [
        Message("a form", .form, form(fields + "JOIN"), .message(inbound("JOIN"))),
        Message(
            "a query", .query, asked(fields + "Je+m%27appelle+%C3%89milie&op=mtn"), .message(inbound("Je m'appelle Émilie", network: "mtn"))
        ),
        Message("JSON", .json, json(#"{"id":"m1","from":{"number":"+237670000001"},"body":"نعم 😀"}"#), .message(inbound("نعم 😀"))),
        Message(
            "XML", .xml, xml(#"<sms id="m1" from="237670000001"><text>a &lt; b</text><op>orange</op></sms>"#),
            .message(inbound("a < b", network: "orange"))),
        Message("nothing", .form, form(fields), .message(inbound(""))),
        Message("stars and hashes", .form, form(fields + "*123%23"), .message(inbound("*123#"))),
        Message("10 kB", .json, json(#"{"id":"m1","from":{"number":"670000001"},"body":"\#(kilobytes)"}"#), .message(inbound(kilobytes))),
        Message(
            "an id that is a number", .json, json(#"{"id":17,"from":{"number":237670000001},"body":"1"}"#),
            .message(inbound("1", session: "17", stepKey: "17"))),
        Message(
            "no id", .form, form("msisdn=237670000001&text=1&at=17"),
            .message(inbound("1", session: "+237670000001\u{0}17\u{0}1", stepKey: "+237670000001\u{0}17\u{0}1"))),
        Message(
            "neither id nor time", .form, form("msisdn=237670000001&text=1&id="),
            .message(inbound("1", session: "+237670000001\u{0}\u{0}1", stepKey: nil))),
        Message("a sender in letters", .form, form("id=m1&msisdn=Orange&text=1"), .noPerson),
        Message("a short code", .form, form("id=m1&msisdn=8080&text=1"), .noPerson),
        Message(
            "several", .json, list: "results",
            json(
                #"{"results":[{"id":"a","from":{"number":"237670000001"},"body":"1"},{"id":"b","from":{"number":"237670000002"},"body":"2"}]}"#
            ),
            .messages([inbound("1", session: "a", stepKey: "a"), inbound("2", other, session: "b", stepKey: "b")])),
        Message(
            "several, one of them of no person", .json, list: ".",
            json(#"[{"id":"a","from":{"number":"Orange"},"body":"1"},{"id":"b","from":{"number":"237670000002"},"body":"2"}]"#),
            .messages([inbound("2", other, session: "b", stepKey: "b")])),
        Message("a list of none", .json, list: ".", json("[]"), .noPerson),
    ]

    @Test(arguments: messages) func `a message is read`(_ message: Message) throws {
        let shape = SMSShapes.shape(message: SMSShapes.message(message.source, list: message.list))
        #expect(try gateway(shape).read(message.request) == message.arrival)
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var source: HTTPUSSD.Source
        var list: String?
        var request: WebRequest
        var names: String

        init(_ label: String, _ source: HTTPUSSD.Source, list: String? = nil, _ request: WebRequest, _ names: String) {
            (testDescription, self.source, self.list) = (label, source, list)
            (self.request, self.names) = (request, names)
        }
    }

    static let refused = [
        Refused("a form by GET", .form, form(fields + "1", method: .get), "POST"),
        Refused("a query by POST", .query, asked(fields + "1", method: .post), "GET"),
        Refused("another content type", .json, form(fields + "1"), "application/json"),
        Refused("no number", .form, form("id=m1&text=1"), "msisdn"),
        Refused("an empty number", .form, form("id=m1&msisdn=&text=1"), "msisdn"),
        Refused("no text", .form, form("id=m1&msisdn=237670000001"), "text"),
        Refused("half JSON", .json, json(#"{"id":"m1","from":"#), "JSON"),
        Refused("half XML", .xml, xml("<sms><text>1</text>"), "XML"),
        Refused("a list that is none", .json, list: "results", json(#"{"results":{}}"#), "results"),
        Refused("an item without its number", .json, list: ".", json(#"[{"body":"1"}]"#), "from.number"),
        Refused("half a percent", .query, asked(fields + "%4"), "%"),
    ]

    @Test(arguments: refused) func `what is no message is refused with a sentence`(_ refused: Refused) throws {
        let shape = SMSShapes.shape(message: SMSShapes.message(refused.source, list: refused.list))
        let refusal = try #require(refusal(of: refused.request, by: try gateway(shape)))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(!refusal.sentence.contains("670000001"))
    }

    @Test func `a channel that only sends takes nothing`() throws {
        #expect(refusal(of: form(Self.fields), by: try gateway(SMSShapes.shape()))?.sentence.contains("message") == true)
        #expect(refusalOfReport(form("id=a"), by: try gateway(SMSShapes.shape()))?.sentence.contains("report") == true)
    }

    @Test func `a reply stands in the answer where it is described, and stays inside its place`() throws {
        let reply = HTTPSMS.Reply(
            type: .xml, words: .inAnswer(try SMSShapes.template(#"<r to="{{digits}}" of="{{id}}" by="{{from}}"><t>{{text}}</t></r>"#)),
            nothing: "<r/>")
        let gateway = try gateway(SMSShapes.shape(message: SMSShapes.message(.xml), reply: reply))
        let head = "200\napplication/xml; charset=utf-8\n\n"
        #expect(
            wire(gateway.answer("Çà & là <ici>", ends: false, to: Self.inbound("1")))
                == head + #"<r to="237670000001" of="m1" by="8080"><t>Çà &amp; là &lt;ici&gt;</t></r>"#)
        #expect(wire(gateway.answer("a", ends: false, to: Self.inbound("1", session: "s", stepKey: nil))).contains(#"of="""#))
        #expect(wire(gateway.answer("", ends: false, to: Self.inbound("1"))) == head + "<r/>")
        #expect(wire(gateway.acknowledgement) == head + "<r/>")
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\napplication/xml; charset=utf-8\n\n<r/>")
    }

    @Test func `where it leaves as a message of its own, the answer says nothing`() throws {
        let gateway = try gateway(SMSShapes.shape(message: SMSShapes.message(.form), reply: HTTPSMS.Reply(nothing: "OK")))
        #expect(wire(gateway.answer("Merci.", ends: true, to: Self.inbound("1"))) == "200\ntext/plain; charset=utf-8\n\nOK")
    }

    private static func report(
        _ subject: DeliveryReport.Subject, _ state: DeliveryReport.State, _ word: String, price: Money? = nil
    ) -> DeliveryReport {
        DeliveryReport(subject, state, word: word, price: price)
    }

    static let told: [Told] = [
        Told("delivered", form("id=a&state=DELIVRD"), report(.theirs("a"), .delivered, "DELIVRD")),
        Told("another word for it", form("id=a&state=0"), report(.theirs("a"), .delivered, "0")),
        Told("on its way", form("id=a&state=ACCEPTD"), report(.theirs("a"), .onItsWay, "ACCEPTD")),
        Told("failed", form("id=a&state=UNDELIV"), report(.theirs("a"), .failed(.failed), "UNDELIV")),
        Told("expired", form("id=a&state=EXPIRED"), report(.theirs("a"), .failed(.expired), "EXPIRED")),
        Told("refused", form("id=a&state=REJECTD"), report(.theirs("a"), .failed(.refused), "REJECTD")),
        Told("nobody's number", form("id=a&state=27"), report(.theirs("a"), .failed(.unknownSubscriber), "27")),
        Told("blocked", form("id=a&state=STOPPED"), report(.theirs("a"), .failed(.blocked), "STOPPED")),
        Told("a word that is not known", form("id=a&state=L%C3%A0-bas+!"), report(.theirs("a"), .onItsWay, "L--bas--")),
        Told("our id", form("ref=\(ourID)&state=0"), report(.ours(ourID), .delivered, "0")),
        Told("both ids", form("id=a&ref=\(ourID)&state=0"), report(.ours(ourID), .delivered, "0")),
        Told("an empty id of ours", form("id=a&ref=&state=0"), report(.theirs("a"), .delivered, "0")),
        Told("a price", form("id=a&state=0&price=12.5+XAF"), report(.theirs("a"), .delivered, "0", price: Money(parsing: "12.5 XAF"))),
        Told("a price that is none", form("id=a&state=0&price=12.5"), report(.theirs("a"), .delivered, "0")),
    ]

    @Test(arguments: told) func `a report is read`(_ told: Told) throws {
        #expect(try gateway(SMSShapes.shape(report: SMSShapes.report(.form))).readStatus(told.request) == .reports(told.reports))
    }

    @Test func `several reports in one request are several`() throws {
        let body = #"[{"id":"a","state":"DELIVRD"},{"id":"b","state":"UNDELIV"}]"#
        #expect(
            try gateway(SMSShapes.shape(report: SMSShapes.report(.json, list: "."))).readStatus(json(body))
                == .reports([Self.report(.theirs("a"), .delivered, "DELIVRD"), Self.report(.theirs("b"), .failed(.failed), "UNDELIV")]))
    }

    @Test func `an address of its own names the message`() throws {
        let gateway = try gateway(SMSShapes.shape(report: SMSShapes.report(.json, id: nil, ours: nil)))
        var request = json(#"{"state":"DELIVRD"}"#)
        request.query = "key=geheim&passerelle=\(ourID)"
        #expect(try gateway.readStatus(request) == .reports([Self.report(.ours(ourID), .delivered, "DELIVRD")]))
        request.query = "key=geheim"
        #expect(refusalOfReport(request, by: gateway)?.sentence.contains("no message") == true)
    }

    static let refusedReports = [
        RefusedRequest("no id", form("state=0"), "ref or id"),
        RefusedRequest("an empty id", form("id=&state=0"), "ref or id"),
        RefusedRequest("no word", form("id=a"), "state"),
        RefusedRequest("an empty word", form("id=a&state="), "state"),
        RefusedRequest("JSON", json("{}"), "application/x-www-form-urlencoded"),
    ]

    @Test(arguments: refusedReports) func `what is no report is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = refusalOfReport(refused.request, by: try gateway(SMSShapes.shape(report: SMSShapes.report(.form))))
        #expect(try #require(refusal).sentence.contains(refused.names))
    }
}
