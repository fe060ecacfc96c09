import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Twilio, receiving` {
    private static let sid = "SM2bd5bd0c5a1a5f1e6e7e3c2f0a9b8c7d"

    /// As Twilio posts a message (its "Twilio's request to your incoming message webhook"), but for what a case changes.
    static func message(_ body: String?, from: String = "%2B237670000001", sid: String? = sid, _ more: String = "") -> WebRequest {
        let fields = [
            "ToCountry=CM", "SmsMessageSid=\(sid ?? "")", "NumMedia=0", "SmsStatus=received", body.map { "Body=\($0)" },
            "To=%2B237670000099", "NumSegments=1", sid.map { "MessageSid=\($0)" }, "AccountSid=AC1", "From=\(from)",
            "ApiVersion=2010-04-01",
        ]
        return form(fields.compactMap(\.self).joined(separator: "&") + more)
    }

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var text: String

        init(_ label: String, _ request: WebRequest, _ text: String) { (testDescription, self.request, self.text) = (label, request, text) }
    }

    private static func asked(_ query: String) -> WebRequest { WebRequest(method: .get, query: query, headers: [:], body: []) }

    static let words = [
        Words("words", message("JOIN+est"), "JOIN est"),
        Words("accents", message("%C3%87a+va+%3F"), "Ça va ?"),
        Words("Arabic", message("%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"), "مرحبا"),
        Words("an emoji", message("%F0%9F%98%80"), "😀"),
        Words("stars and a hash", message("*123*1%23"), "*123*1#"),
        Words("10 kB", message(String(repeating: "a", count: 10_000)), String(repeating: "a", count: 10_000)),
        Words("empty", message(""), ""),
        Words("a picture without words", message(nil, "&MediaUrl0=https%3A%2F%2Fexample.org"), ""),
        Words("STOP, which Twilio has heard too", message("STOP", "&OptOutType=STOP"), "STOP"),
        Words("by GET", asked("MessageSid=\(sid)&From=%2B237670000001&Body=Oui&key=geheim"), "Oui"),
    ]

    @Test(arguments: words) func `a message is read`(_ words: Words) throws {
        #expect(
            try gateway("twilio").read(words.request)
                == .message(Inbound(sender: awa, session: Self.sid, text: .message(words.text), stepKey: Self.sid, network: nil)))
    }

    @Test(arguments: ["Orange", "8080", "whatsapp%3A%2B237670000001", "%2B999000000001"])
    func `who is no number gets no conversation`(from: String) throws {
        #expect(try gateway("twilio").read(Self.message("x", from: from)) == .noPerson)
    }

    static let refused = [
        RefusedRequest("PUT", form("MessageSid=SM1&From=1&Body=geheim", method: .put), "POST"),
        RefusedRequest("JSON", json(#"{"MessageSid":"SM1"}"#), "application/x-www-form-urlencoded"),
        RefusedRequest("no id", message("geheim", sid: nil), "MessageSid"),
        RefusedRequest("an empty id", message("geheim", sid: ""), "MessageSid"),
        RefusedRequest("no sender", form("MessageSid=SM1&Body=geheim"), "From"),
        RefusedRequest("an empty sender", form("MessageSid=SM1&From=&Body=geheim"), "From"),
        RefusedRequest("a field twice", form("MessageSid=SM1&From=1&Body=geheim&Body=geheim"), "Field 4"),
        RefusedRequest("half a percent", form("MessageSid=SM1&From=1&Body=geheim%4"), "%"),
        RefusedRequest("nothing", form(""), "MessageSid"),
        RefusedRequest("asked for nothing", asked(""), "MessageSid"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        for refusal in [
            refusal(of: refused.request, by: try gateway("twilio")), refusalOfReport(refused.request, by: try gateway("twilio")),
        ] {
            let refusal = try #require(refusal)
            #expect(refusal.status == .badRequest)
            #expect(refusal.sentence.contains(refused.names))
            #expect(!refusal.sentence.contains("geheim"))
        }
    }

    /// As Twilio posts it to a StatusCallback ("Track the Message Status of Outbound Messages").
    static func report(_ status: String, _ more: String = "", query: String = "key=geheim&id=\(ourID)") -> WebRequest {
        var request = form(
            "SmsSid=\(sid)&SmsStatus=\(status)&MessageStatus=\(status)&To=%2B237670000001&MessageSid=\(sid)&AccountSid=AC1&From=%2B237670000099\(more)"
        )
        request.query = query
        return request
    }

    private static func ours(_ state: DeliveryReport.State, _ word: String) -> DeliveryReport {
        DeliveryReport(.ours(ourID), state, word: word)
    }

    static let told =
        ["accepted", "scheduled", "queued", "sending", "sent"].map { Told($0, report($0), ours(.onItsWay, $0)) }
        + [
            Told("delivered", report("delivered"), ours(.delivered, "delivered")),
            Told("read", report("read"), ours(.delivered, "read")),
            Told("undelivered", report("undelivered"), ours(.failed(.failed), "undelivered")),
            Told("failed", report("failed"), ours(.failed(.failed), "failed")),
            Told("canceled", report("canceled"), ours(.failed(.refused), "canceled")),
            Told("the person has opted out", report("failed", "&ErrorCode=21610"), ours(.failed(.blocked), "21610")),
            Told("blocked", report("undelivered", "&ErrorCode=30004"), ours(.failed(.blocked), "30004")),
            Told("the phone is off", report("undelivered", "&ErrorCode=30003"), ours(.failed(.expired), "30003")),
            Told("too late", report("undelivered", "&ErrorCode=30036"), ours(.failed(.expired), "30036")),
            Told("nobody's number", report("undelivered", "&ErrorCode=30005"), ours(.failed(.unknownSubscriber), "30005")),
            Told("a landline", report("undelivered", "&ErrorCode=30006"), ours(.failed(.failed), "30006")),
            Told("filtered", report("undelivered", "&ErrorCode=30007"), ours(.failed(.refused), "30007")),
            Told("an unknown error", report("undelivered", "&ErrorCode=30008"), ours(.failed(.failed), "30008")),
            Told("a code that is not known", report("failed", "&ErrorCode=39999"), ours(.failed(.failed), "39999")),
            Told("an error of 0 is none", report("failed", "&ErrorCode=0"), ours(.failed(.failed), "failed")),
            Told("delivered all the same", report("delivered", "&ErrorCode=30008"), ours(.delivered, "delivered")),
            Told("a word that is not known", report("floating"), ours(.onItsWay, "floating")),
            Told("a word that is none", report("%3Cb%3E"), ours(.onItsWay, "-b-")),
            Told("without our id", report("sent", query: ""), DeliveryReport(.theirs(sid), .onItsWay, word: "sent")),
            Told("with an id that is not ours", report("sent", query: "id=1"), DeliveryReport(.theirs(sid), .onItsWay, word: "sent")),
        ]

    @Test(arguments: told) func `what became of a message is read`(_ told: Told) throws {
        #expect(try gateway("twilio").readStatus(told.request) == .reports(told.reports))
    }

    private static let head = "200\ntext/xml; charset=utf-8\n\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    @Test(arguments: [
        ("Merci. Répondez 1 ou 2.", "<Response><Message>Merci. Répondez 1 ou 2.</Message></Response>"),
        ("1 < 2 & \"3\" > 'x'", "<Response><Message>1 &lt; 2 &amp; &quot;3&quot; &gt; &#39;x&#39;</Message></Response>"),
        ("مرحبا\n😀", "<Response><Message>مرحبا\n😀</Message></Response>"),
        ("a\u{7}b", "<Response><Message>ab</Message></Response>"),
        ("", "<Response/>"),
    ])
    func `an answer is TwiML, to the byte`(text: String, twiml: String) throws {
        let inbound = Inbound(sender: awa, session: "a", text: .message("1"), stepKey: "a", network: nil)
        for ends in [true, false] {
            #expect(wire(try gateway("twilio").answer(text, ends: ends, to: inbound)) == Self.head + twiml + "\n")
        }
    }

    @Test func `nothing to say is an empty response, and trouble is 503 without words`() throws {
        let gateway = try gateway("twilio")
        #expect(wire(gateway.acknowledgement) == Self.head + "<Response/>\n")
        #expect(wire(gateway.unavailable("Réessayez.")) == Self.head.replacing("200", with: "503") + "<Response/>\n")
    }
}
