import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Infobip, sending` {
    static func infobip(url: String = "https://x1.api.infobip.com", from: String? = "8080") throws -> any Sender {
        try sender("infobip", url: url, from: from, ["api-key": "geheim"])
    }

    private static func posted(_ body: String) -> String {
        """
        POST https://x1.api.infobip.com/sms/3/messages
        Accept: application/json
        Authorization: App geheim
        Content-Type: application/json

        \(body)
        """
    }

    private static let to = #""destinations":[{"to":"237670000001","messageId":"\#(ourID)"}]"#
    private static let webhook =
        #","webhooks":{"delivery":{"url":"https://passerelle.example/channels/sms/status?key=geheim"},"contentType":"application/json"}"#

    @Test(arguments: [
        ("Merci à vous, ça va.", "Merci à vous, ça va."), ("مرحبا", "مرحبا"), ("5 € [x] 😀", "5 € [x] 😀"),
        ("\"a\"\\\n\u{7}", #"\"a\"\\\n\u0007"#),
    ])
    func `the request, to the byte`(text: String, quoted: String) throws {
        let body = #"{"messages":[{"sender":"8080",\#(Self.to),"content":{"text":"\#(quoted)"}\#(Self.webhook)}]}"#
        #expect(wire(try Self.infobip().request(for: outgoing(text), token: nil)) == Self.posted(body))
    }

    @Test func `what the configuration leaves open is left out, and a number has no plus`() throws {
        let bare = outgoing("x", status: nil)
        #expect(
            wire(try Self.infobip(from: nil).request(for: bare, token: nil))
                == Self.posted(#"{"messages":[{\#(Self.to),"content":{"text":"x"}}]}"#))
        #expect(
            wire(try Self.infobip(from: "+237670000099").request(for: bare, token: nil))
                == Self.posted(#"{"messages":[{"sender":"237670000099",\#(Self.to),"content":{"text":"x"}}]}"#))
    }

    @Test(arguments: ["https://x1.api.infobip.com", "https://x1.api.infobip.com/", "https://x1.api.infobip.com/sms/3/messages"])
    func `the paths are added once`(url: String) throws {
        let infobip = try Self.infobip(url: url)
        #expect(infobip.request(for: outgoing("x"), token: nil).address == "https://x1.api.infobip.com/sms/3/messages")
        #expect(
            wire(try #require(infobip.lookUp).request(for: outgoing("x"), token: nil)) == """
                GET https://x1.api.infobip.com/sms/3/logs?messageId=\(ourID)
                Accept: application/json
                Authorization: App geheim


                """)
    }

    /// As its documentation prints the answer ("Send SMS message", version 3).
    private static func taken(_ group: String, _ name: String, _ id: Int = 26, message: String = "\"\(ourID)\"", parts: String = "1")
        -> OutgoingAnswer
    {
        answered(
            .ok,
            """
            {"bulkId":"2034072219640523072","messages":[{"messageId":\(message),"status":{"groupId":1,"groupName":"\(group)","id":\(id),
             "name":"\(name)","description":"To 237670000001"},"destination":"237670000001","details":{"messageCount":\(parts)}}]}
            """)
    }

    private static func failed(_ code: String) -> String {
        #"{"requestError":{"serviceException":{"messageId":"\#(code)","text":"Number +237670000001"}}}"#
    }

    static let said = [
        Said("accepted", taken("PENDING", "PENDING_ACCEPTED"), .accepted(Receipt(id: ourID, parts: 1))),
        Said("two parts", taken("PENDING", "PENDING_ACCEPTED", parts: "2"), .accepted(Receipt(id: ourID, parts: 2))),
        Said("an id of its own", taken("PENDING", "PENDING_ENROUTE", message: "\"b\""), .accepted(Receipt(id: "b", parts: 1))),
        Said("delivered at once", taken("DELIVERED", "DELIVERED_TO_HANDSET"), .accepted(Receipt(id: ourID, parts: 1))),
        Said("no id", taken("PENDING", "PENDING_ACCEPTED", message: "null"), .unknown(word: "PENDING_ACCEPTED")),
        Said("a group that is not known", taken("FLOATING", "FLOATING_AROUND"), .unknown(word: "FLOATING_AROUND")),
        Said("it has it already", taken("REJECTED", "REJECTED_DUPLICATE_MESSAGE_ID", 23), .accepted(Receipt())),
        Said("no money", taken("REJECTED", "REJECTED_NOT_ENOUGH_CREDITS", 12), .notTaken(.noMoney, word: "REJECTED_NOT_ENOUGH_CREDITS")),
        Said(
            "a package that has expired", taken("REJECTED", "REJECTED_PREPAID_PACKAGE_EXPIRED", 17),
            .notTaken(.noMoney, word: "REJECTED_PREPAID_PACKAGE_EXPIRED")),
        Said("its own error", taken("REJECTED", "REJECTED_SYSTEM_ERROR", 21), .notTaken(.busy(for: nil), word: "REJECTED_SYSTEM_ERROR")),
        Said("not our sender", taken("REJECTED", "REJECTED_SOURCE", 11), .notTaken(.refusesUs, word: "REJECTED_SOURCE")),
        Said("a blocked sender", taken("REJECTED", "REJECTED_SENDER", 13), .notTaken(.refusesUs, word: "REJECTED_SENDER")),
        Said("unwanted", taken("REJECTED", "REJECTED_DND", 10), .refused(.blocked, word: "REJECTED_DND")),
        Said("on a block list", taken("REJECTED", "REJECTED_DESTINATION", 14), .refused(.blocked, word: "REJECTED_DESTINATION")),
        Said(
            "on a block list, by its newer name", taken("REJECTED", "REJECTED_DESTINATION_BLOCKLISTED", 14),
            .refused(.blocked, word: "REJECTED_DESTINATION_BLOCKLISTED")),
        Said("no number", taken("REJECTED", "REJECTED_DESTINATION", 52), .refused(.refused, word: "REJECTED_DESTINATION")),
        Said("no route", taken("REJECTED", "REJECTED_ROUTE_NOT_AVAILABLE", 19), .refused(.refused, word: "REJECTED_ROUTE_NOT_AVAILABLE")),
        Said(
            "undeliverable at once", taken("UNDELIVERABLE", "UNDELIVERABLE_REJECTED_OPERATOR", 4),
            .refused(.failed, word: "UNDELIVERABLE_REJECTED_OPERATOR")),
        Said("expired at once", taken("EXPIRED", "EXPIRED_EXPIRED", 15), .refused(.expired, word: "EXPIRED_EXPIRED")),
        Said("no messages", answered(.ok, #"{"messages":[]}"#), .unknown(word: "200")),
        Said("half an answer", answered(.ok, #"{"messages":[{"messageId":"#), .unknown(word: "200")),
        Said("garbage", answered(.ok, "<html>"), .unknown(word: "200")),
        Said("a wrong key", answered(.unauthorized, failed("UNAUTHORIZED")), .notTaken(.refusesUs, word: "UNAUTHORIZED")),
        Said("not allowed", answered(.forbidden, #"{"errorCode":"E403","description":"d"}"#), .notTaken(.refusesUs, word: "E403")),
        Said("malformed", answered(.badRequest, #"{"errorCode":"E400","violations":[]}"#), .refused(.refused, word: "E400")),
        Said("no money, by the status", answered(HTTPResponse.Status(code: 402), ""), .notTaken(.noMoney, word: "402")),
        Said("too fast", answered(.tooManyRequests, failed("TOO_MANY_REQUESTS")), .notTaken(.busy(for: nil), word: "TOO_MANY_REQUESTS")),
        Said("too fast, for so long", answered(.tooManyRequests, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("500", answered(.internalServerError, failed("GENERAL_ERROR")), .unknown(word: "GENERAL_ERROR")),
        Said("503", answered(.serviceUnavailable, ""), .unknown(word: "503")),
        Said("503 with a time", answered(.serviceUnavailable, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "503")),
    ]

    @Test(arguments: said) func `what its answer says`(_ said: Said) throws {
        #expect(try Self.infobip().outcome(of: said.answer) == said.outcome)
    }

    struct Found: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var answer: OutgoingAnswer
        var finding: Finding

        init(_ label: String, _ answer: OutgoingAnswer, _ finding: Finding) {
            (testDescription, self.answer, self.finding) = (label, answer, finding)
        }
    }

    private static func logged(_ id: String = ourID, _ status: String = #""groupName":"DELIVERED","name":"DELIVERED_TO_HANDSET""#)
        -> OutgoingAnswer
    {
        answered(
            .ok,
            #"{"results":[{"messageId":"\#(id)","messageCount":2,"price":{"pricePerMessage":0.05,"currency":"EUR"},"status":{\#(status)}}]}"#
        )
    }

    static let found = [
        Found(
            "it is there", logged(),
            .known(DeliveryReport(.ours(ourID), .delivered, word: "DELIVERED_TO_HANDSET", price: Money(parsing: "0.1 EUR")))),
        Found("nothing is there", answered(.ok, #"{"results":[]}"#), .absent),
        Found("another is there", logged("b"), .unclear),
        Found("it is there without a status", logged(ourID, #""id":3"#), .unclear),
        Found("another object", answered(.ok, #"{"messages":[]}"#), .unclear),
        Found("garbage", answered(.ok, "<html>"), .unclear),
        Found("401", answered(.unauthorized, #"{"results":[]}"#), .unclear),
        Found("500", answered(.internalServerError, ""), .unclear),
    ]

    @Test(arguments: found) func `a message is looked up by our id`(_ found: Found) throws {
        #expect(try #require(try Self.infobip().lookUp).finding(in: found.answer, of: outgoing("x")) == found.finding)
    }
}
