import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Vonage, sending` {
    static func vonage(url: String = "https://rest.nexmo.com", from: String? = "Minist") throws -> any Sender {
        try sender("vonage", url: url, from: from, ["api-key": "abcd1234", "api-secret": "geheim"])
    }

    private static func posted(_ body: String) -> String {
        """
        POST https://rest.nexmo.com/sms/json
        Accept: application/json
        Content-Type: application/x-www-form-urlencoded

        api_key=abcd1234&api_secret=geheim&to=237670000001&\(body)
        """
    }

    private static let callback = "&callback=https%3A%2F%2Fpasserelle.example%2Fchannels%2Fsms%2Fstatus%3Fkey%3Dgeheim"

    @Test(arguments: [
        ("Merci à vous, ça va.", "Merci%20%C3%A0%20vous%2C%20%C3%A7a%20va.", true),
        ("Merci à tous !", "Merci%20%C3%A0%20tous%20%21", false),
        ("5 € [x] ~", "5%20%E2%82%AC%20%5Bx%5D%20~", false), ("مرحبا", "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7", true), ("😀", "%F0%9F%98%80", true),
    ])
    func `the request, to the byte`(text: String, encoded: String, isUnicode: Bool) throws {
        let type = isUnicode ? "&type=unicode" : ""
        #expect(
            wire(try Self.vonage().request(for: outgoing(text), token: nil))
                == Self.posted("text=\(encoded)&client-ref=\(ourID)&from=Minist\(type)\(Self.callback)"))
    }

    @Test func `what the configuration leaves open is left out, and a number has no plus`() throws {
        let bare = outgoing("x", status: nil)
        #expect(wire(try Self.vonage(from: nil).request(for: bare, token: nil)) == Self.posted("text=x&client-ref=\(ourID)"))
        #expect(
            wire(try Self.vonage(from: "+237670000099").request(for: bare, token: nil))
                == Self.posted("text=x&client-ref=\(ourID)&from=237670000099"))
        #expect(try Self.vonage().lookUp.map { _ in true } == nil)
    }

    @Test(arguments: ["https://rest.nexmo.com", "https://rest.nexmo.com/", "https://rest.nexmo.com/sms/json"])
    func `the path is added once`(url: String) throws {
        #expect(try Self.vonage(url: url).request(for: outgoing("x"), token: nil).address == "https://rest.nexmo.com/sms/json")
    }

    /// As its documentation prints the answer ("Troubleshooting SMS").
    private static func parts(_ statuses: String..., price: String = #""message-price":"0.03330000","#) -> OutgoingAnswer {
        let messages = statuses.enumerated().map { index, status in
            status == "0"
                ? #"{"to":"237670000001","message-id":"0C\#(index)","status":"0","remaining-balance":"15.5","# + price
                    + #""network":"62401"}"#
                : #"{"to":"237670000001","status":"\#(status)","error-text":"Number 237670000001"}"#
        }
        return answered(.ok, #"{"message-count":"\#(statuses.count)","messages":["# + messages.joined(separator: ",") + "]}")
    }

    private static let errors: [(String, SendOutcome)] = [
        ("1", .notTaken(.busy(for: nil), word: "1")), ("2", .notTaken(.refusesUs, word: "2")), ("3", .refused(.refused, word: "3")),
        ("4", .notTaken(.refusesUs, word: "4")), ("5", .unknown(word: "5")), ("6", .refused(.refused, word: "6")),
        ("7", .refused(.blocked, word: "7")), ("8", .notTaken(.refusesUs, word: "8")), ("9", .notTaken(.noMoney, word: "9")),
        ("10", .notTaken(.busy(for: nil), word: "10")), ("11", .notTaken(.refusesUs, word: "11")), ("12", .refused(.refused, word: "12")),
        ("13", .unknown(word: "13")), ("14", .notTaken(.refusesUs, word: "14")), ("15", .notTaken(.refusesUs, word: "15")),
        ("22", .refused(.refused, word: "22")), ("23", .notTaken(.refusesUs, word: "23")), ("29", .refused(.refused, word: "29")),
        ("32", .notTaken(.refusesUs, word: "32")), ("33", .refused(.unknownSubscriber, word: "33")), ("77", .refused(.refused, word: "77")),
    ]

    static let said =
        [
            Said("taken", parts("0"), .accepted(Receipt(id: "0C0", price: Money(parsing: "0.0333 EUR"), parts: 1))),
            Said("two parts", parts("0", "0"), .accepted(Receipt(id: "0C0", price: Money(parsing: "0.0666 EUR"), parts: 2))),
            Said("no price", parts("0", price: ""), .accepted(Receipt(id: "0C0", parts: 1))),
            Said("one part of two", parts("0", "1"), .unknown(word: "partly-1")),
            Said("no part of two", parts("9", "9"), .notTaken(.noMoney, word: "9")),
            Said("no messages", answered(.ok, #"{"message-count":"0","messages":[]}"#), .unknown(word: "200")),
            Said("no status", answered(.ok, #"{"messages":[{"to":"1"}]}"#), .unknown(word: "200")),
            Said("no id", answered(.ok, #"{"messages":[{"status":"0"}]}"#), .unknown(word: "200")),
            Said("half an answer", answered(.ok, #"{"message-count":"1","mess"#), .unknown(word: "200")),
            Said("garbage", answered(.ok, "<html>"), .unknown(word: "200")),
            Said("401", answered(.unauthorized, ""), .notTaken(.refusesUs, word: "401")),
            Said("402", answered(HTTPResponse.Status(code: 402), ""), .notTaken(.noMoney, word: "402")),
            Said("429", answered(.tooManyRequests, ""), .notTaken(.busy(for: nil), word: "429")),
            Said("429 with a time", answered(.tooManyRequests, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
            Said("500", answered(.internalServerError, ""), .unknown(word: "500")),
            Said("503", answered(.serviceUnavailable, ""), .unknown(word: "503")),
        ] + errors.map { Said("status \($0)", parts($0), $1) }

    @Test(arguments: said) func `what its answer says`(_ said: Said) throws {
        #expect(try Self.vonage().outcome(of: said.answer) == said.outcome)
    }
}
