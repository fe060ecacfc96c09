import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Vonage, receiving` {
    private static let id = "0A0000000123ABCD1"

    /// As its documentation prints an inbound message ("Inbound SMS"), but for what a case changes.
    private static func fields(_ text: String?, from: String = "237670000001") -> String {
        let own = "msisdn=\(from)&to=237670000099&messageId=\(id)&type=text&keyword=HELLO&api-key=abcd1234"
        return own + "&message-timestamp=2020-01-01+12%3A00%3A00+%2B0000&timestamp=1578787200&nonce=aaaaaaaa"
            + (text.map { "&text=\($0)" } ?? "")
    }

    private static func asked(_ query: String) -> WebRequest { WebRequest(method: .get, query: query, headers: [:], body: []) }

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var text: String
        var network: String?

        init(_ label: String, _ request: WebRequest, _ text: String, network: String? = nil) {
            (testDescription, self.request, self.text, self.network) = (label, request, text, network)
        }
    }

    static let words = [
        Words("by GET", asked(fields("Hello+from+Vonage%21")), "Hello from Vonage!"),
        Words("by a form", form(fields("Hello+from+Vonage%21")), "Hello from Vonage!"),
        Words(
            "by JSON", json(#"{"msisdn":"237670000001","to":"1","messageId":"\#(id)","text":"Ça va ?","timestamp":1578787200}"#), "Ça va ?"),
        Words("by GET, with a secret in our address", asked("key=geheim&" + fields("Oui")), "Oui"),
        Words("Arabic", form(fields("%D9%85%D8%B1%D8%AD%D8%A8%D8%A7")), "مرحبا"),
        Words("an emoji", form(fields("%F0%9F%98%80")), "😀"),
        Words("stars and a hash", form(fields("*123*1%23")), "*123*1#"),
        Words("empty", form(fields("")), ""),
        Words("bytes instead of words", form(fields(nil) + "&data=0011&udh=0500"), ""),
        Words("10 kB", form(fields(String(repeating: "a", count: 10_000))), String(repeating: "a", count: 10_000)),
        Words("a part of a long one", form(fields("deuxi%C3%A8me") + "&concat=true&concat-ref=1&concat-total=2&concat-part=2"), "deuxième"),
        Words("with its network", form(fields("x") + "&network-code=62401"), "x", network: "62401"),
        Words("with an empty network", form(fields("x") + "&network-code="), "x"),
    ]

    @Test(arguments: words) func `a message is read`(_ words: Words) throws {
        #expect(
            try gateway("vonage").read(words.request)
                == .message(Inbound(sender: awa, session: Self.id, text: .message(words.text), stepKey: Self.id, network: words.network)))
    }

    @Test(arguments: ["Orange", "8080"]) func `who is no number gets no conversation`(from: String) throws {
        #expect(try gateway("vonage").read(form(Self.fields("x", from: from))) == .noPerson)
    }

    static let refused = [
        RefusedRequest("PUT", form(fields("geheim"), method: .put), "POST"),
        RefusedRequest("text", form(fields("geheim"), type: "text/plain"), "application/x-www-form-urlencoded"),
        RefusedRequest("no JSON", json("geheim"), "JSON"),
        RefusedRequest("half JSON", json(#"{"messageId":"geheim""#), "JSON"),
        RefusedRequest("a list", json(#"["geheim"]"#), "object"),
        RefusedRequest("no id", form("msisdn=237670000001&text=geheim"), "messageId"),
        RefusedRequest("a report without an id", form("status=delivered&text=geheim"), "messageId"),
        RefusedRequest("an empty id", asked("msisdn=237670000001&messageId=&text=geheim"), "messageId"),
        RefusedRequest("no sender", asked("messageId=a&text=geheim"), "msisdn"),
        RefusedRequest("a sender that is an object", json(#"{"messageId":"a","msisdn":{"geheim":1}}"#), "msisdn"),
        RefusedRequest("a field twice", asked("messageId=a&messageId=geheim"), "Field 2"),
        RefusedRequest("half a percent", form("messageId=a&text=geheim%4"), "%"),
        RefusedRequest("nothing", asked(""), "messageId"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        for refusal in [
            refusal(of: refused.request, by: try gateway("vonage")), refusalOfReport(refused.request, by: try gateway("vonage")),
        ] {
            let refusal = try #require(refusal)
            #expect(refusal.status == .badRequest)
            #expect(refusal.sentence.contains(refused.names))
            for word in ["geheim", "670000001"] { #expect(!refusal.sentence.contains(word)) }
        }
    }

    /// As its documentation prints a receipt ("Delivery receipts").
    private static func receipt(_ status: String, _ code: String? = "0", reference: String? = ourID) -> String {
        let own = "message-timestamp=2018-10-25+12%3A10%3A29&messageId=\(id)&msisdn=237670000001&network-code=62401&price=0.03330000"
        return own + "&scts=1810251310&status=\(status)&to=Passerelle" + (code.map { "&err-code=\($0)" } ?? "")
            + (reference.map { "&client-ref=\($0)" } ?? "")
    }

    private static func ours(_ state: DeliveryReport.State, _ word: String) -> DeliveryReport {
        DeliveryReport(.ours(ourID), state, word: word)
    }

    private static let codes: [(String, FailureCause)] = [
        ("1", .failed), ("2", .expired), ("3", .unknownSubscriber), ("4", .blocked), ("5", .failed), ("6", .refused), ("7", .expired),
        ("8", .failed), ("9", .blocked), ("10", .refused), ("11", .refused), ("12", .failed), ("13", .blocked), ("14", .blocked),
        ("15", .failed), ("99", .failed),
    ]

    static let told =
        [
            Told("accepted", asked(receipt("accepted")), ours(.onItsWay, "accepted")),
            Told("buffered", asked(receipt("buffered")), ours(.onItsWay, "buffered")),
            Told("submitted", asked(receipt("submitted")), ours(.onItsWay, "submitted")),
            Told("unknown", asked(receipt("unknown", "1")), ours(.onItsWay, "unknown")),
            Told("delivered", asked(receipt("delivered")), ours(.delivered, "delivered")),
            Told("delivered, by a form", form(receipt("delivered")), ours(.delivered, "delivered")),
            Told(
                "delivered, by JSON", json(#"{"messageId":"\#(id)","status":"delivered","err-code":"0","client-ref":"\#(ourID)"}"#),
                ours(.delivered, "delivered")),
            Told("expired", asked(receipt("expired", "2")), ours(.failed(.expired), "expired-2")),
            Told("expired without a code", asked(receipt("expired", nil)), ours(.failed(.expired), "expired")),
            Told("rejected", asked(receipt("rejected", "0")), ours(.failed(.refused), "rejected")),
            Told("deleted", asked(receipt("deleted", "8")), ours(.failed(.failed), "deleted-8")),
            Told("a word that is not known", asked(receipt("floating", "3")), ours(.onItsWay, "floating")),
            Told(
                "without a reference", asked(receipt("delivered", reference: nil)),
                DeliveryReport(.theirs(id), .delivered, word: "delivered")),
            Told(
                "with another's reference", asked(receipt("delivered", reference: "x1")),
                DeliveryReport(.theirs(id), .delivered, word: "delivered")),
        ] + codes.map { Told("failed by \($0)", asked(receipt("failed", $0)), ours(.failed($1), "failed-\($0)")) }

    @Test(arguments: told) func `what became of a message is read, at either address`(_ told: Told) throws {
        #expect(try gateway("vonage").readStatus(told.request) == .reports(told.reports))
        #expect(try gateway("vonage").read(told.request) == .reports(told.reports))
    }

    @Test func `its answers say nothing, and trouble is 503`() throws {
        let gateway = try gateway("vonage")
        let inbound = Inbound(sender: awa, session: "a", text: .message("1"), stepKey: "a", network: nil)
        #expect(wire(gateway.acknowledgement) == "200\ntext/plain; charset=utf-8\n\n")
        #expect(wire(gateway.answer("Merci.", ends: true, to: inbound)) == "200\ntext/plain; charset=utf-8\n\n")
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\ntext/plain; charset=utf-8\n\n")
    }
}
