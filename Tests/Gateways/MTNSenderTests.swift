import Gateways
import HTTPTypes
import Testing

@Suite struct `MTN, sending SMS` {
    static let client = ["client-id": "id+1", "client-secret": "geheim&é"]

    func mtn(url: String = "https://api.mtn.com", from: String? = "8080", _ more: [String: String] = [:]) throws -> any Sender {
        try sender("mtn-sms", url: url, from: from, Self.client.merging(more) { $1 })
    }

    @Test(arguments: JSONText.all) func `a message is sent to the byte`(_ sent: JSONText) throws {
        let head = """
            POST https://api.mtn.com/v2/messages/sms/outbound
            Accept: application/json
            Authorization: Bearer abc
            Content-Type: application/json


            """
        #expect(
            wire(try mtn().request(for: outgoing(sent.text), token: "abc"))
                == head
                + #"{"senderAddress":"8080","receiverAddress":["237670000001"],"message":"\#(sent.written)","clientCorrelator":"\#(ourID)"}"#
        )
    }

    struct Base: CustomTestStringConvertible, Sendable {
        var testDescription: String { url }
        var url: String
        var address: String

        init(_ url: String, _ address: String) { (self.url, self.address) = (url, address) }
    }

    static let bases = [
        Base("https://api.mtn.com", "https://api.mtn.com/v2/messages/sms/outbound"),
        Base("https://api.mtn.com/", "https://api.mtn.com/v2/messages/sms/outbound"),
        Base("https://api.mtn.com/v2", "https://api.mtn.com/v2/messages/sms/outbound"),
        Base("https://api.mtn.com/v2/messages/sms/outbound", "https://api.mtn.com/v2/messages/sms/outbound"),
        Base("https://api.mtn.com/v2/messages/sms/outbound/", "https://api.mtn.com/v2/messages/sms/outbound"),
        Base("https://api.mtn.com/v3/sms", "https://api.mtn.com/v3/sms/messages/sms/outbound"),
        Base("https://api.mtn.com/v3/sms/messages/sms/outbound", "https://api.mtn.com/v3/sms/messages/sms/outbound"),
        Base("http://127.0.0.1:9000", "http://127.0.0.1:9000/v2/messages/sms/outbound"),
    ]

    @Test(arguments: bases) func `a path is not added twice, and the desk is on the same machine`(_ base: Base) throws {
        let sender = try mtn(url: base.url)
        #expect(sender.request(for: outgoing("a"), token: nil).address == base.address)
        let host = base.url.hasPrefix("http://") ? "http://127.0.0.1:9000" : "https://api.mtn.com"
        #expect(sender.tokens?.request.address == host + "/v1/oauth/access_token?grant_type=client_credentials")
    }

    @Test func `the form of v3, and a further member, where they are asked for`() throws {
        let v3 = try mtn(url: "https://api.mtn.com/v3/sms", from: "MINPMEESA").request(for: outgoing("a"), token: "abc")
        #expect(
            String(decoding: v3.body, as: UTF8.self)
                == #"{"senderAddress":"MINPMEESA","receiverAddress":["237670000001"],"message":"a","clientCorrelatorId":"\#(ourID)","serviceCode":"MINPMEESA","requestDeliveryReceipt":true}"#
        )
        let further = try mtn(["cp-address": "FOO"]).request(for: outgoing("a"), token: "abc")
        #expect(String(decoding: further.body, as: UTF8.self).hasSuffix(#""clientCorrelator":"\#(ourID)","cpAddress":"FOO"}"#))
    }

    @Test func `a token is asked for to the byte`() throws {
        let desk = try #require(try mtn().tokens)
        #expect(
            wire(desk.request) == """
                POST https://api.mtn.com/v1/oauth/access_token?grant_type=client_credentials
                Accept: application/json
                Content-Type: application/x-www-form-urlencoded

                client_id=id%2B1&client_secret=geheim%26%C3%A9
                """)
    }

    @Test(arguments: Desk.cases) func `its desk gives a token, or none`(_ desk: Desk) throws {
        #expect(try mtn().tokens?.token(in: desk.answer) == desk.token)
    }

    static let answers = [
        Said(
            "as nyaruka/courier has it", answered(201, #"{ "transactionId":"OzYDlvf3SQVc" }"#), .accepted(Receipt(id: "OzYDlvf3SQVc"))),
        // resourceReference of the interface file.
        Said(
            "as the interface file has it",
            answered(
                201,
                #"{"statusCode":"0000","statusMessage":"Sucessful","transactionId":"1365478abcz","data":{"requestId":"sub123456"},"_link":{}}"#
            ),
            .accepted(Receipt(id: "1365478abcz"))),
        Said(
            "as countries half moved to v3 have it",
            answered(
                200, #"{"statusCode":"0000","statusMessage":"Sucessful","transactionId":"\#(ourID)","data":{"status":"PENDING"}}"#),
            .accepted(Receipt(id: ourID))),
        Said("0000 without a transaction", answered(200, #"{"statusCode":"0000"}"#), .accepted(Receipt(id: nil))),
        Said(
            "200 that is a refusal", answered(200, #"{"statusCode":"1000","statusMessage":"237670000001 failed","transactionId":"t"}"#),
            .refused(.refused, word: "1000")),
        Said("nothing", answered(200, ""), .unknown(word: "200")),
        Said("half an answer", answered(201, #"{"transactionId":"Oz"#), .unknown(word: "201")),
        Said("garbage", answered(200, "<html>"), .unknown(word: "200")),
        Said("another object", answered(200, "{}"), .unknown(word: "200")),
        Said(
            "400", answered(400, #"{"statusCode":"4000","statusMessage":"bad","transactionId":"t"}"#), .refused(.refused, word: "400-4000")),
        Said("401", answered(401, #"{ "error": "failed" }"#), .notTaken(.refusesUs, word: "401")),
        Said("403", answered(403, "{}"), .notTaken(.refusesUs, word: "403")),
        Said("404", answered(404, #"{"statusCode":"3001"}"#), .notTaken(.refusesUs, word: "404-3001")),
        Said("407", answered(407, ""), .notTaken(.refusesUs, word: "407")),
        Said("402", answered(402, ""), .notTaken(.noMoney, word: "402")),
        Said("429", answered(429, ""), .notTaken(.busy(for: nil), word: "429")),
        Said("429 for a while", answered(429, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("500", answered(500, #"{"statusCode":"5000","statusMessage":"x"}"#), .unknown(word: "500-5000")),
        Said("503", answered(503, ""), .unknown(word: "503")),
        Said("503 for a while", answered(503, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "503")),
    ]

    @Test(arguments: answers) func `its answer is read`(_ answer: Said) throws {
        #expect(try mtn().outcome(of: answer.answer) == answer.outcome)
    }
}
