import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Twilio, sending` {
    private static let values = ["account-sid": "AC1", "auth-token": "geheim"]

    static func twilio(url: String = "https://api.twilio.com", from: String? = "+237670000099") throws -> any Sender {
        try sender("twilio", url: url, from: from, values)
    }

    private static func posted(_ body: String) -> String {
        """
        POST https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json
        Accept: application/json
        Authorization: Basic QUMxOmdlaGVpbQ==
        Content-Type: application/x-www-form-urlencoded

        \(body)
        """
    }

    private static let callback =
        "&StatusCallback=https%3A%2F%2Fpasserelle.example%2Fchannels%2Fsms%2Fstatus%3Fkey%3Dgeheim%26id%3D\(ourID)"
    private static let ends = "&From=%2B237670000099" + callback

    @Test(arguments: [
        ("Merci à vous, ça va.", "Merci%20%C3%A0%20vous%2C%20%C3%A7a%20va."),
        ("مرحبا", "%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("5 € [x] ~ 😀", "5%20%E2%82%AC%20%5Bx%5D%20~%20%F0%9F%98%80"),
        ("a+b&c=d\n*#", "a%2Bb%26c%3Dd%0A%2A%23"),
    ])
    func `the request, to the byte`(text: String, encoded: String) throws {
        let request = try Self.twilio().request(for: outgoing(text), token: nil)
        #expect(wire(request) == Self.posted("To=%2B237670000001&Body=\(encoded)" + Self.ends))
    }

    @Test func `what the configuration leaves open is left out`() throws {
        let bare = outgoing("x", status: nil)
        #expect(wire(try Self.twilio(from: nil).request(for: bare, token: nil)) == Self.posted("To=%2B237670000001&Body=x"))
        let plain = outgoing("x", status: "https://p.example/s")
        let body = "To=%2B237670000001&Body=x&From=Minist&StatusCallback=https%3A%2F%2Fp.example%2Fs%3Fid%3D\(ourID)"
        #expect(wire(try Self.twilio(from: "Minist").request(for: plain, token: nil)) == Self.posted(body))
        let service = "MG0123456789abcdef0123456789abcdef"
        #expect(
            wire(try Self.twilio(from: service).request(for: bare, token: nil))
                == Self.posted("To=%2B237670000001&Body=x&MessagingServiceSid=\(service)"))
    }

    @Test(arguments: ["https://api.twilio.com", "https://api.twilio.com/", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json"])
    func `the path is added once`(url: String) throws {
        let request = try Self.twilio(url: url).request(for: outgoing("x"), token: nil)
        #expect(request.address == "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json")
    }

    /// As Twilio's documentation of the message resource prints it, shortened.
    private static func created(_ changes: [String: String] = [:]) -> String {
        let members = [
            "sid": #""SM1""#, "status": #""queued""#, "num_segments": #""1""#, "price": "null", "price_unit": #""USD""#,
            "error_code": "null", "error_message": "null", "direction": #""outbound-api""#, "body": #""Hi there""#,
            "date_created": #""Thu, 24 Aug 2023 05:01:45 +0000""#, "subresource_uris": #"{"media":"/2010-04-01/x.json"}"#,
        ]
        return "{" + members.merging(changes) { $1 }.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
            + "}"
    }

    private static func error(_ code: Int, _ status: Int) -> String {
        #"{"code":\#(code),"message":"The number +237670000001 is wrong","more_info":"https://www.twilio.com/docs/errors/\#(code)","status":\#(status)}"#
    }

    static let said = [
        Said("created", answered(.created, created()), .accepted(Receipt(id: "SM1", parts: 1))),
        Said("200 too", answered(.ok, created()), .accepted(Receipt(id: "SM1", parts: 1))),
        Said(
            "with a price", answered(.created, created(["price": #""-0.00750""#, "num_segments": #""2""#])),
            .accepted(Receipt(id: "SM1", price: Money(parsing: "0.0075 USD"), parts: 2))),
        Said(
            "by a messaging service, the parts not known yet",
            answered(.created, created(["num_segments": #""0""#, "price_unit": "null"])),
            .accepted(Receipt(id: "SM1"))),
        Said("refused at once", answered(.created, created(["error_code": "30007"])), .refused(.refused, word: "30007")),
        Said("created without an id", answered(.created, created(["sid": "null"])), .unknown(word: "201")),
        Said("half an answer", answered(.created, #"{"sid":"SM1","sta"#), .unknown(word: "201")),
        Said("nothing", answered(.created, ""), .unknown(word: "201")),
        Said("a page of somebody's", answered(.ok, "<html>Welcome</html>"), .unknown(word: "200")),
        Said("the person has opted out", answered(.badRequest, error(21610, 400)), .refused(.blocked, word: "21610")),
        Said("no number", answered(.badRequest, error(21211, 400)), .refused(.refused, word: "21211")),
        Said("no mobile", answered(.badRequest, error(21614, 400)), .refused(.refused, word: "21614")),
        Said("a country that is closed", answered(.badRequest, error(21408, 400)), .refused(.refused, word: "21408")),
        Said("a code that is not known", answered(.badRequest, error(21999, 400)), .refused(.refused, word: "21999")),
        Said("not our sender", answered(.badRequest, error(21606, 400)), .notTaken(.refusesUs, word: "21606")),
        Said("the sender's queue is full", answered(.badRequest, error(21611, 400)), .notTaken(.busy(for: nil), word: "21611")),
        Said("no money", answered(.forbidden, error(20005, 403)), .notTaken(.noMoney, word: "20005")),
        Said("no money, the other code", answered(.unauthorized, error(10001, 401)), .notTaken(.noMoney, word: "10001")),
        Said("no money, by the status", answered(HTTPResponse.Status(code: 402), ""), .notTaken(.noMoney, word: "402")),
        Said("a wrong token", answered(.unauthorized, error(20003, 401)), .notTaken(.refusesUs, word: "20003")),
        Said("a wrong token, without words", answered(.unauthorized, ""), .notTaken(.refusesUs, word: "401")),
        Said("a wrong account", answered(.notFound, error(20404, 404)), .notTaken(.refusesUs, word: "20404")),
        Said("too fast", answered(.tooManyRequests, error(20429, 429)), .notTaken(.busy(for: nil), word: "20429")),
        Said(
            "too fast, for so long", answered(.tooManyRequests, error(20429, 429), retryIn30),
            .notTaken(.busy(for: .seconds(30)), word: "20429")),
        Said("too fast, garbage", answered(.tooManyRequests, "slow", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("500", answered(.internalServerError, error(20500, 500)), .unknown(word: "500")),
        Said("503", answered(.serviceUnavailable, ""), .unknown(word: "503")),
        Said("503 with a time", answered(.serviceUnavailable, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "503")),
        Said("another place", answered(.movedPermanently, ""), .notTaken(.refusesUs, word: "301")),
    ]

    @Test(arguments: said) func `what its answer says`(_ said: Said) throws {
        #expect(try Self.twilio().outcome(of: said.answer) == said.outcome)
    }

    // Asked what became of a message; `ourID` was made on 11 September 2024 at 14:33:00.

    private static func listed(_ items: [[String: String]], next: String = "null") -> String {
        let usual = [
            "to": #""+237670000001""#, "body": #""Merci.""#, "status": #""delivered""#,
            "date_created": #""Wed, 11 Sep 2024 14:33:02 +0000""#,
        ]
        return #"{"messages":["# + items.map { created(usual.merging($0) { $1 }) }.joined(separator: ",") + #"],"next_page_uri":\#(next)}"#
    }

    struct Found: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var answer: OutgoingAnswer
        var finding: Finding

        init(_ label: String, _ answer: OutgoingAnswer, _ finding: Finding) {
            (testDescription, self.answer, self.finding) = (label, answer, finding)
        }

        init(_ label: String, _ body: String, _ finding: Finding) { self.init(label, answered(.ok, body), finding) }
    }

    private static func known(_ state: DeliveryReport.State, _ word: String, price: Money? = nil) -> Finding {
        .known(DeliveryReport(.ours(ourID), state, word: word, price: price))
    }

    private static let older = ["date_created": #""Wed, 11 Sep 2024 14:27:59 +0000""#]
    private static let other = ["body": #""Bonjour""#]

    static let found = [
        Found("it is there", listed([[:]]), known(.delivered, "delivered")),
        Found("it waits there", listed([["status": #""queued""#]]), known(.onItsWay, "queued")),
        Found(
            "it failed, and cost something", listed([["status": #""undelivered""#, "error_code": "30003", "price": #""-0.05""#]]),
            known(.failed(.expired), "30003", price: Money(parsing: "0.05 USD"))),
        Found("it is the second", listed([other, [:]]), known(.delivered, "delivered")),
        Found("blanks at the end are not kept", listed([["body": #""Merci.\n""#]]), known(.delivered, "delivered")),
        Found("nothing is there", listed([]), .absent),
        Found("others are there", listed([other]), .absent),
        Found("what they wrote is none of ours", listed([["direction": #""inbound""#]]), .absent),
        Found("the same words, earlier", listed([older]), .absent),
        Found("others, and more pages of them", listed([other], next: #""/next""#), .unclear),
        Found("others, then older ones, and more pages of those", listed([other, older], next: #""/next""#), .absent),
        Found("a date that cannot be read", listed([["date_created": #""2024-09-11""#]]), .unclear),
        Found("garbage", "<html>", .unclear),
        Found("half an answer", #"{"messages":[{"sid":"#, .unclear),
        Found("another object", #"{"results":[]}"#, .unclear),
        Found("401", answered(.unauthorized, listed([])), .unclear),
        Found("500", answered(.internalServerError, ""), .unclear),
    ]

    @Test(arguments: found) func `a message is looked up by its number, its words and its time`(_ found: Found) throws {
        let lookUp = try #require(try Self.twilio().lookUp)
        #expect(lookUp.finding(in: found.answer, of: outgoing("Merci.")) == found.finding)
    }

    @Test func `the look-up's request, to the byte, and without a time nothing is found`() throws {
        let lookUp = try #require(try Self.twilio().lookUp)
        #expect(
            wire(lookUp.request(for: outgoing("Merci."), token: nil)) == """
                GET https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json?To=%2B237670000001&PageSize=100
                Accept: application/json
                Authorization: Basic QUMxOmdlaGVpbQ==


                """)
        var message = outgoing("Merci.")
        message.id = "0191e1807d6040000aded7d8b151cbd5"
        #expect(lookUp.finding(in: answered(.ok, Self.listed([])), of: message) == .unclear)
    }
}
