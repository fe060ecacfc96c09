import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Infobip, receiving` {
    /// As its documentation prints an incoming message ("Receive inbound SMS messages"), but for what a case changes.
    static func result(_ text: String, id: String = "817790313235066447", from: String = "237670000001") -> String {
        """
        {"messageId":"\(id)","from":"\(from)","to":"237670000099","text":"\(text)","cleanText":"x","keyword":"QUIZ",
         "receivedAt":"2016-10-06T09:28:39.220+0000","smsCount":1,"price":{"pricePerMessage":0,"currency":"EUR"},"callbackData":"c"}
        """
    }

    static func received(_ results: String...) -> WebRequest {
        json(#"{"results":[\#(results.joined(separator: ","))],"messageCount":\#(results.count),"pendingMessageCount":0}"#)
    }

    private static func inbound(_ text: String, id: String = "817790313235066447", from: PhoneNumber = awa) -> Inbound {
        Inbound(sender: from, session: id, text: .message(text), stepKey: id, network: nil)
    }

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var arrival: Arrival

        init(_ label: String, _ request: WebRequest, _ arrival: Arrival) {
            (testDescription, self.request, self.arrival) = (label, request, arrival)
        }
    }

    static let words = [
        Words("one", received(result("QUIZ Paris")), .messages([inbound("QUIZ Paris")])),
        Words(
            "several", received(result("1", id: "a"), result("2", id: "b", from: "33639980001")),
            .messages([inbound("1", id: "a"), inbound("2", id: "b", from: PhoneNumber(e164: "+33639980001"))])),
        Words("accents and escapes", received(result(#"\u00c7a\n\"va\" ?"#)), .messages([inbound("Ça\n\"va\" ?")])),
        Words("Arabic", received(result("مرحبا")), .messages([inbound("مرحبا")])),
        Words("an emoji", received(result(#"\ud83d\ude00"#)), .messages([inbound("😀")])),
        Words("stars and a hash", received(result("*123*1#")), .messages([inbound("*123*1#")])),
        Words("empty", received(result("")), .messages([inbound("")])),
        Words("without a text", received(#"{"messageId":"a","from":"237670000001"}"#), .messages([inbound("", id: "a")])),
        Words(
            "10 kB", received(result(String(repeating: "a", count: 10_000))), .messages([inbound(String(repeating: "a", count: 10_000))])),
        Words("a number with +", received(result("1", from: "+237670000001")), .messages([inbound("1")])),
        Words("a sender in letters", received(result("1", from: "MTN")), .noPerson),
        Words("a short code", received(result("1", from: "8080")), .noPerson),
        Words("a person among others", received(result("1", from: "MTN"), result("2", id: "b")), .messages([inbound("2", id: "b")])),
        Words("none", received(), .noPerson),
        Words(
            "words beside a picture",
            received(
                #"{"messageId":"a","from":"237670000001","message":[{"contentType":"text/plain","value":"Oui"},{"contentType":"image/jpeg","url":"https://e.org"}]}"#
            ), .messages([inbound("Oui", id: "a")])),
    ]

    @Test(arguments: words) func `messages are read`(_ words: Words) throws {
        #expect(try gateway("infobip").read(words.request) == words.arrival)
    }

    static let refused = [
        RefusedRequest("GET", posted([], type: nil, method: .get), "POST"),
        RefusedRequest("a form", form("results=geheim"), "application/json"),
        RefusedRequest("no type", posted(Array("{}".utf8), type: nil, method: .post), "Content-Type"),
        RefusedRequest("no JSON", json("geheim"), "JSON"),
        RefusedRequest("half JSON", json(#"{"results":[{"messageId":"geheim""#), "JSON"),
        RefusedRequest("no results", json(#"{"messages":["geheim"]}"#), "results"),
        RefusedRequest("results that are no list", json(#"{"results":"geheim"}"#), "results"),
        RefusedRequest(
            "no id", json(#"{"results":[{"from":"237670000001","text":"geheim","status":{"groupName":"PENDING"}}]}"#), "messageId"),
        RefusedRequest(
            "the second has no id",
            json(#"{"results":[{"messageId":"a","from":"237670000001","status":{"groupName":"PENDING"}},{"from":"geheim"}]}"#),
            "messageId of result 2"),
        RefusedRequest("no group", json(#"{"results":[{"messageId":"a","from":"1","status":{"name":"geheim"}}]}"#), "status.groupName"),
        RefusedRequest("nested too deeply", json(String(repeating: "[", count: 40) + String(repeating: "]", count: 40)), "deeply"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        for refusal in [
            refusal(of: refused.request, by: try gateway("infobip")), refusalOfReport(refused.request, by: try gateway("infobip")),
        ] {
            let refusal = try #require(refusal)
            #expect(refusal.status == .badRequest)
            #expect(refusal.sentence.contains(refused.names))
            for word in ["geheim", "670000001"] { #expect(!refusal.sentence.contains(word)) }
        }
    }

    @Test func `a message without a sender is refused`() throws {
        let refusal = try #require(refusal(of: json(#"{"results":[{"messageId":"a","text":"x"}]}"#), by: try gateway("infobip")))
        #expect(refusal.sentence.contains("from of result 1"))
    }

    /// As its documentation prints a report ("Receive outbound SMS message report").
    private static func line(
        _ group: String, _ name: String, _ id: Int = 0, error: String = "NO_ERROR", of message: String = ourID,
        price: String = #""price":{"pricePerMessage":0.01,"currency":"EUR"},"smsCount":1,"#
    ) -> String {
        """
        {"bulkId":"BULK-ID-123-xyz","messageId":"\(message)","to":"237670000001","sentAt":"2019-11-09T16:00:00.000+0000",
         "doneAt":"2019-11-09T16:00:00.000+0000",\(price)"status":{"groupId":3,"groupName":"\(group)","id":\(id),"name":"\(name)",
         "description":"To 237670000001"},"error":{"groupId":0,"groupName":"Ok","id":0,"name":"\(error)","description":"","permanent":false}}
        """
    }

    private static func ours(_ state: DeliveryReport.State, _ word: String, _ price: String = "0.01 EUR") -> DeliveryReport {
        DeliveryReport(.ours(ourID), state, word: word, price: Money(parsing: price))
    }

    static let told = [
        Told("waiting", received(line("PENDING", "PENDING_WAITING_DELIVERY", 3)), ours(.onItsWay, "PENDING_WAITING_DELIVERY")),
        Told("accepted", received(line("PENDING", "PENDING_ACCEPTED", 26)), ours(.onItsWay, "PENDING_ACCEPTED")),
        Told("delivered", received(line("DELIVERED", "DELIVERED_TO_HANDSET", 5)), ours(.delivered, "DELIVERED_TO_HANDSET")),
        Told("with the operator", received(line("DELIVERED", "DELIVERED_TO_OPERATOR", 2)), ours(.onItsWay, "DELIVERED_TO_OPERATOR")),
        Told("expired", received(line("EXPIRED", "EXPIRED_EXPIRED", 15)), ours(.failed(.expired), "EXPIRED_EXPIRED")),
        Told(
            "absent", received(line("UNDELIVERABLE", "UNDELIVERABLE_NOT_DELIVERED", 9, error: "EC_ABSENT_SUBSCRIBER")),
            ours(.failed(.expired), "EC_ABSENT_SUBSCRIBER")),
        Told(
            "nobody's number", received(line("UNDELIVERABLE", "UNDELIVERABLE_NOT_DELIVERED", 9, error: "EC_UNKNOWN_SUBSCRIBER")),
            ours(.failed(.unknownSubscriber), "EC_UNKNOWN_SUBSCRIBER")),
        Told(
            "barred by the person", received(line("UNDELIVERABLE", "UNDELIVERABLE_NOT_DELIVERED", 9, error: "EC_CALL_BARRED")),
            ours(.failed(.blocked), "EC_CALL_BARRED")),
        Told(
            "another error", received(line("UNDELIVERABLE", "UNDELIVERABLE_NOT_DELIVERED", 9, error: "EC_SYSTEM_FAILURE")),
            ours(.failed(.failed), "EC_SYSTEM_FAILURE")),
        Told("rejected", received(line("REJECTED", "REJECTED_NETWORK", 6)), ours(.failed(.refused), "REJECTED_NETWORK")),
        Told("unwanted", received(line("REJECTED", "REJECTED_DND", 10)), ours(.failed(.blocked), "REJECTED_DND")),
        Told("on a block list", received(line("REJECTED", "REJECTED_DESTINATION", 14)), ours(.failed(.blocked), "REJECTED_DESTINATION")),
        Told("no number", received(line("REJECTED", "REJECTED_DESTINATION", 52)), ours(.failed(.refused), "REJECTED_DESTINATION")),
        Told("a group that is not known", received(line("FLOATING", "FLOATING_AROUND")), ours(.onItsWay, "FLOATING_AROUND")),
        Told("a word that is none", received(line("PENDING", "<+237670000001>")), ours(.onItsWay, "number")),
        Told(
            "three parts",
            received(
                line("DELIVERED", "DELIVERED_TO_HANDSET", price: #""price":{"pricePerMessage":0.01,"currency":"EUR"},"messageCount":3,"#)),
            ours(.delivered, "DELIVERED_TO_HANDSET", "0.03 EUR")),
        Told("no price", received(line("DELIVERED", "DELIVERED_TO_HANDSET", price: "")), ours(.delivered, "DELIVERED_TO_HANDSET", "")),
        Told(
            "an id of its own", received(line("PENDING", "PENDING_ACCEPTED", of: "12db39c3-7822-4e72-a3ec-c87442c0ffc5", price: "")),
            DeliveryReport(.theirs("12db39c3-7822-4e72-a3ec-c87442c0ffc5"), .onItsWay, word: "PENDING_ACCEPTED")),
        Told(
            "several", received(line("DELIVERED", "DELIVERED_TO_HANDSET"), line("PENDING", "PENDING_ENROUTE", of: "b", price: "")),
            ours(.delivered, "DELIVERED_TO_HANDSET"), DeliveryReport(.theirs("b"), .onItsWay, word: "PENDING_ENROUTE")),
        Told(
            "the group alone", json(#"{"results":[{"messageId":"b","status":{"groupName":"DELIVERED"}}]}"#),
            DeliveryReport(.theirs("b"), .delivered, word: "DELIVERED")),
    ]

    @Test(arguments: told) func `reports are read, at either address`(_ told: Told) throws {
        #expect(try gateway("infobip").readStatus(told.request) == .reports(told.reports))
        #expect(try gateway("infobip").read(told.request) == .reports(told.reports))
    }

    @Test func `no reports are none`() throws {
        #expect(try gateway("infobip").readStatus(Self.received()) == .reports([]))
    }

    @Test func `its answers say nothing, and trouble is 503`() throws {
        let gateway = try gateway("infobip")
        #expect(wire(gateway.acknowledgement) == "200\napplication/json\n\n{}\n")
        #expect(wire(gateway.answer("Merci.", ends: true, to: Self.inbound("1"))) == "200\napplication/json\n\n{}\n")
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\napplication/json\n\n{}\n")
    }
}
