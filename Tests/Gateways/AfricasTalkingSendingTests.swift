import Foundation
import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Africa's Talking, sending` {
    private static func gateway(url: String = "https://api.africastalking.com", from: String? = "8080") throws -> any Sender {
        try sender("africas-talking-sms", url: url, from: from, ["username": "mine&co", "api-key": "geheim"])
    }

    private static let head = """
        POST https://api.africastalking.com/version1/messaging
        Accept: application/json
        Content-Type: application/x-www-form-urlencoded
        apikey: geheim

        username=mine%26co&to=%2B237670000001&message=
        """

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var encoded: String

        init(_ text: String, _ encoded: String) { (testDescription, self.encoded) = (text, encoded) }
    }

    static let words = [
        Words("Où, à l'été ?", "O%C3%B9%2C%20%C3%A0%20l%27%C3%A9t%C3%A9%20%3F"), Words("نعم", "%D9%86%D8%B9%D9%85"),
        Words("[5 €]", "%5B5%20%E2%82%AC%5D"), Words("😀", "%F0%9F%98%80"), Words("a&b=c+d%\n*1#", "a%26b%3Dc%2Bd%25%0A%2A1%23"),
        Words("", ""),
    ]

    @Test(arguments: words) func `a message is a form, to the byte`(_ words: Words) throws {
        let request = try Self.gateway().request(for: outgoing(words.testDescription), token: nil)
        #expect(wire(request) == Self.head + words.encoded + "&from=8080")
    }

    @Test(arguments: [
        "https://api.africastalking.com/", "https://api.africastalking.com/version1/messaging",
        "https://api.africastalking.com/version1/messaging/",
    ]) func `the path stands behind the address once`(url: String) throws {
        #expect(
            try Self.gateway(url: url).request(for: outgoing("a"), token: nil).address
                == "https://api.africastalking.com/version1/messaging")
    }

    @Test func `without a sender it is the one that is shared`() throws {
        #expect(wire(try Self.gateway(from: nil).request(for: outgoing("a"), token: nil)) == Self.head + "a")
    }

    private static func recipient(_ code: String, _ more: String = #""cost":"0","messageId":"None""#) -> String {
        #"{"SMSMessageData":{"Message":"Sent to 0/1 Total Cost: 0","Recipients":[{\#(more),"number":"+237670000001","statusCode":\#(code)}]}}"#
    }

    private static func complaint(_ message: String) -> String { #"{"SMSMessageData":{"Message":"\#(message)","Recipients":[]}}"# }

    private static let price = Money(Decimal(8) / 10, "KES")

    /// The first is the example of its documentation, but for the number.
    static let said = [
        Said(
            "as documented",
            answered(
                .created,
                #"""
                {"SMSMessageData": {"Message": "Sent to 1/1 Total Cost: KES 0.8000", "Recipients": [{"statusCode": 101,
                "number": "+237670000001", "cost": "KES 0.8000", "status": "Success", "messageId": "ATPid_SampleTxnId123"}]}}
                """#), .accepted(Receipt(id: "ATPid_SampleTxnId123", price: price))),
        Said(
            "with its parts", answered(.created, recipient("102", #""cost":"KES 0.8000","messageId":"A","messageParts":2"#)),
            .accepted(Receipt(id: "A", price: price, parts: 2))),
        Said("processed", answered(.ok, recipient("100", #""messageId":"A""#)), .accepted(Receipt(id: "A"))),
        Said("a code in quotes", answered(.created, recipient(#""101""#, #""messageId":"A""#)), .accepted(Receipt(id: "A"))),
        Said("a price that is none", answered(.created, recipient("101", #""messageId":"A","cost":"free""#)), .accepted(Receipt(id: "A"))),
        Said("without an id", answered(.created, recipient("101")), .accepted(Receipt())),
        Said(
            "parts that are none", answered(.created, recipient("101", #""messageId":"A","messageParts":0"#)), .accepted(Receipt(id: "A"))),
        Said("401", answered(.created, recipient("401")), .refused(.refused, word: "RiskHold")),
        Said("402", answered(.created, recipient("402")), .refused(.refused, word: "InvalidSenderId")),
        Said("403", answered(.created, recipient("403")), .refused(.refused, word: "InvalidPhoneNumber")),
        Said("404", answered(.created, recipient("404")), .refused(.refused, word: "UnsupportedNumberType")),
        Said("no money", answered(.created, recipient("405")), .notTaken(.noMoney, word: "InsufficientBalance")),
        Said("a blocked person", answered(.created, recipient("406")), .refused(.blocked, word: "UserInBlacklist")),
        Said("407", answered(.created, recipient("407")), .refused(.refused, word: "CouldNotRoute")),
        Said("do not disturb", answered(.created, recipient("409")), .refused(.blocked, word: "DoNotDisturbRejection")),
        Said("do not disturb, with its status", answered(.conflict, recipient("409")), .refused(.blocked, word: "DoNotDisturbRejection")),
        Said("500 for the person", answered(.created, recipient("500")), .unknown(word: "InternalServerError")),
        Said("501", answered(.created, recipient("501")), .unknown(word: "GatewayError")),
        Said("502", answered(.created, recipient("502")), .refused(.refused, word: "RejectedByGateway")),
        Said("a code that is not known", answered(.created, recipient("499")), .unknown(word: "499")),
        Said("a sender that is not ours", answered(.created, complaint("InvalidSenderId")), .notTaken(.refusesUs, word: "InvalidSenderId")),
        Said(
            "no money for anybody", answered(.created, complaint("InsufficientBalance")), .notTaken(.noMoney, word: "InsufficientBalance")),
        Said("a number that is none", answered(.created, complaint("InvalidPhoneNumber")), .refused(.refused, word: "InvalidPhoneNumber")),
        Said("nobody", answered(.created, complaint("Sent to 0/0 Total Cost: 0")), .unknown(word: "201")),
        Said("no code", answered(.created, #"{"SMSMessageData":{"Recipients":[{}]}}"#), .unknown(word: "201")),
        Said("taken, with an error's status", answered(.internalServerError, recipient("101")), .unknown(word: "500")),
        Said("a wrong key", answered(.unauthorized, "The supplied authentication is invalid"), .notTaken(.refusesUs, word: "401")),
        Said("too fast", answered(.tooManyRequests, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("too fast, without a time", answered(.tooManyRequests, ""), .notTaken(.busy(for: nil), word: "429")),
        Said("out of order for a while", answered(.serviceUnavailable, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "503")),
        Said("out of order", answered(.serviceUnavailable, ""), .unknown(word: "503")),
        Said("its trouble", answered(.internalServerError, "<html>"), .unknown(word: "500")),
        Said("a bad request", answered(.badRequest, "Request is missing required form field 'to'"), .refused(.refused, word: "400")),
        Said("garbage", answered(.created, "<html>"), .unknown(word: "201")),
        Said("half an answer", answered(.created, #"{"SMSMessageData":{"Message":"Sent to 1/1"#), .unknown(word: "201")),
        Said("another shape", answered(.created, "[1]"), .unknown(word: "201")),
        Said("nothing", answered(.created, ""), .unknown(word: "201")),
    ]

    @Test(arguments: said) func `what it says to a message`(_ said: Said) throws {
        #expect(try Self.gateway().outcome(of: said.answer) == said.outcome)
    }

    @Test func `it has a key of its own and can't be asked`() throws {
        let gateway = try Self.gateway()
        #expect(gateway.tokens == nil)
        #expect(gateway.lookUp == nil)
    }
}
