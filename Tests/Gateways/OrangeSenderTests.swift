import Gateways
import HTTPTypes
import Testing

@Suite struct `Orange, sending SMS` {
    static let client = ["client-id": "id+1", "client-secret": "geheim&é"]

    func orange(url: String = "https://api.orange.com", from: String? = "+237670000009", _ more: [String: String] = [:]) throws
        -> any Sender
    {
        try sender("orange-sms", url: url, from: from, Self.client.merging(more) { $1 })
    }

    @Test(arguments: JSONText.all) func `a message is sent to the byte`(_ sent: JSONText) throws {
        let head = """
            POST https://api.orange.com/smsmessaging/v1/outbound/tel%3A%2B237670000009/requests
            Accept: application/json
            Authorization: Bearer abc
            Content-Type: application/json


            """
        let members =
            #""address":"tel:+237670000001","senderAddress":"tel:+237670000009","outboundSMSTextMessage":{"message":"\#(sent.written)"}"#
        #expect(
            wire(try orange().request(for: outgoing(sent.text), token: "abc")) == head + #"{"outboundSMSMessageRequest":{\#(members)}}"#)
    }

    struct From: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var sender: String?
        var values: [String: String]
        var members: String

        init(_ label: String, _ sender: String?, _ values: [String: String], _ members: String) {
            (testDescription, self.sender, self.values, self.members) = (label, sender, values, members)
        }
    }

    static let senders = [
        From("a number", "+237 6 70 00 00 09", [:], #""senderAddress":"tel:+237670000009","outbound"#),
        From("as Orange writes it", "tel:+2370000", [:], #""senderAddress":"tel:+2370000","outbound"#),
        From("none: the country's", nil, [:], #""senderAddress":"tel:+2370000","outbound"#),
        From("empty: the country's", "", ["sender-name": ""], #""senderAddress":"tel:+2370000","outbound"#),
        From("letters", "Aide24", [:], #""senderAddress":"tel:+2370000","senderName":"Aide24","outbound"#),
        From(
            "a name too", "+2370000", ["sender-name": "MIN \"PMEESA\""],
            #""senderAddress":"tel:+2370000","senderName":"MIN \"PMEESA\"","outbound"#),
    ]

    @Test(arguments: senders) func `who it comes from`(_ from: From) throws {
        let request = try orange(from: from.sender, from.values).request(for: outgoing("a"), token: nil)
        #expect(String(decoding: request.body, as: UTF8.self).contains(from.members))
    }

    @Test(arguments: [
        "https://api.orange.com", "https://api.orange.com/", "https://api.orange.com/smsmessaging/v1/outbound/tel%3A%2B2370000/requests",
    ])
    func `a path is not added twice, and the desk is on the same machine`(url: String) throws {
        let sender = try orange(url: url, from: "+2370000")
        #expect(
            sender.request(for: outgoing("a"), token: nil).address
                == "https://api.orange.com/smsmessaging/v1/outbound/tel%3A%2B2370000/requests")
        #expect(sender.tokens?.request.address == "https://api.orange.com/oauth/v3/token")
    }

    @Test func `a token is asked for to the byte`() throws {
        let desk = try #require(try orange().tokens)
        #expect(
            wire(desk.request) == """
                POST https://api.orange.com/oauth/v3/token
                Accept: application/json
                Authorization: Basic aWQrMTpnZWhlaW0mw6k=
                Content-Type: application/x-www-form-urlencoded

                grant_type=client_credentials
                """)
    }

    @Test(arguments: Desk.cases) func `its desk gives a token, or none`(_ desk: Desk) throws {
        #expect(try orange().tokens?.token(in: desk.answer) == desk.token)
    }

    private static func policy(_ variable: String) -> String {
        #"{"requestError":{"policyException":{"messageId":"POL0001","text":"A policy error occurred. Error code is %1","variables":["\#(variable)"]}}}"#
    }

    static let answers = [
        Said(
            "201",
            answered(
                201,
                #"{"outboundSMSMessageRequest":{"address":["tel:+237670000001"],"senderAddress":"tel:+2370000","resourceURL":"https://api.orange.com/smsmessaging/v1/outbound/tel:+2370000/requests/8a74f8ef-6dd4"}}"#
            ), .accepted(Receipt(id: "8a74f8ef-6dd4"))),
        Said(
            "201 as OneAPI has it",
            answered(
                201,
                #"{"resourceReference":{"resourceURL":"http://10.99.163.149:7601/1/smsmessaging/outbound/tel%3A%2B2257840/requests/00JZM1431"}}"#
            ),
            .accepted(Receipt(id: "00JZM1431"))),
        Said("201 without an id", answered(201, #"{"outboundSMSMessageRequest":{}}"#), .unknown(word: "201")),
        Said("nothing", answered(201, ""), .unknown(word: "201")),
        Said("half an answer", answered(201, #"{"outboundSMSMessageRequest":{"resourceURL":"https"#), .unknown(word: "201")),
        Said("garbage", answered(200, "<html>"), .unknown(word: "200")),
        // As one of Orange's bundles that was over answered.
        Said(
            "no money",
            answered(403, policy("Expired contract. You can buy a new bundle on https://developer.orange.com to reactivate it")),
            .notTaken(.noMoney, word: "POL0001")),
        Said("another policy", answered(403, policy("sender not allowed")), .notTaken(.refusesUs, word: "POL0001")),
        Said(
            "a number that is none",
            answered(
                400, #"{"requestError":{"serviceException":{"messageId":"SVC0004","text":"No valid addresses","variables":["address"]}}}"#),
            .refused(.refused, word: "SVC0004")),
        Said(
            "a token that is over", answered(401, #"{"code":42,"message":"Expired credentials","description":"…"}"#),
            .notTaken(.refusesUs, word: "401-42")),
        Said("a sentence for a code", answered(400, #"{"code":"no 237670000001"}"#), .refused(.refused, word: "number")),
        Said("402", answered(402, ""), .notTaken(.noMoney, word: "402")),
        Said("404", answered(404, ""), .notTaken(.refusesUs, word: "404")),
        Said("429", answered(429, #"{"code":53,"message":"Too many requests"}"#), .notTaken(.busy(for: nil), word: "429-53")),
        Said("429 for a while", answered(429, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("500", answered(500, #"{"code":1,"message":"Internal error"}"#), .unknown(word: "500-1")),
        Said("503", answered(503, ""), .unknown(word: "503")),
        Said("503 for a while", answered(503, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "503")),
    ]

    @Test(arguments: answers) func `its answer is read`(_ answer: Said) throws {
        #expect(try orange().outcome(of: answer.answer) == answer.outcome)
    }
}
