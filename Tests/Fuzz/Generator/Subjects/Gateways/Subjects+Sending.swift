import Foundation
import Gateways
import HTTPTypes
import Texting

extension Subjects {
    /// What gateways answer to our own requests: outcomes, look-ups and tokens.
    static let sending: [Subject] = Catalogue.kinds.compactMap { kind in
        let shape = kind.description == .configuredSMS ? describedSending : nil
        guard
            let sender = kind.makeSender?(
                SenderSettings(url: "https://sms.example", sender: "8080", country: cameroon, values: ["account-sid": "AC1"], shape: shape))
        else { return nil }
        return Subject("answer \(kind.name)", weight: 8, seeds: AnswerSeeds.all, words: AnswerSeeds.words) { bytes in
            let answer = OutgoingAnswer(fuzzed: bytes)
            try judge(sender.outcome(of: answer))
            if let token = sender.tokens?.token(in: answer) {
                try hold(token.lifetime > .zero, "a token that never lives")
                try hold(token.text.allSatisfy { !$0.isNewline && $0 != "\0" } && !token.text.isEmpty, "a token that breaks a header")
            }
            let message = OutgoingMessage(
                id: "0191e1807d6070000aded7d8b151cbd5", to: PhoneNumber(e164: "+237670000001"),
                text: String(decoding: bytes.prefix(2000), as: UTF8.self),
                statusAddress: "https://p.example/channels/sms/status?key=k")
            if let lookUp = sender.lookUp { _ = lookUp.finding(in: answer, of: message) }
            try sends(sender.request(for: message, token: "t"), message)
        }
    }

    private static let describedSending = GatewayShape.sms(
        HTTPSMS.Shape(
            message: nil, reply: HTTPSMS.Reply(), report: nil,
            sending: (try? HTTPSMS.Template(parsing: #"{"to":{{digits}},"text":"{{text}}","id":"{{id}}"}"#)).map { template in
                HTTPSMS.Sending(
                    method: .post, body: HTTPSMS.Sending.Body(type: .json, template: template),
                    answer: HTTPSMS.Answer(
                        source: .json, field: "m.0.status", words: [.taken: ["0", "11"], .busy: ["1"], .blocked: ["29"]],
                        id: .field("m.0.id"),
                        price: "m.0.price"))
            }))

    private static func judge(_ outcome: SendOutcome) throws {
        switch outcome {
        case .accepted(let receipt):
            if let price = receipt.price { try hold(price.amount >= 0, "a price below nothing") }
            if let parts = receipt.parts { try hold(parts > 0, "\(parts) parts") }
        case .refused(_, let word), .unknown(let word): try hold(isWord(word), "a word that is none: \(word)")
        case .notTaken(let obstacle, let word):
            try hold(isWord(word), "a word that is none: \(word)")
            if case .busy(let pause?) = obstacle { try hold(pause >= .zero, "a pause of \(pause)") }
        }
    }

    /// Whatever the words are, the request is one.
    private static func sends(_ request: OutgoingRequest, _ message: OutgoingMessage) throws {
        try hold(request.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an address that breaks")
        for field in request.headers { try hold(!field.value.contains(where: \.isNewline), "a header that breaks") }
        if request.headers[.contentType]?.contains("json") == true {
            try hold((try? JSONSerialization.jsonObject(with: Data(request.body))) != nil, "a body that is no JSON")
        }
    }
}

/// As their documentation prints them.
enum AnswerSeeds {
    static let all = [
        #"201\n\n{"SMSMessageData":{"Message":"Sent to 1/1 Total Cost: KES 0.8000","Recipients":[{"statusCode":101,"number":"+237670000001","cost":"KES 0.8000","messageId":"ATXid_1"}]}}"#,
        "202\n\n0: Accepted for delivery", "202\nRetry-After: 30\n\n3: Queued for later delivery", "403\n\nNot routable. Do not try again.",
        #"201\n\n{"sid":"SM1","status":"queued","num_segments":"2","price":"-0.00750","price_unit":"USD","error_code":null}"#,
        #"400\n\n{"code":21610,"message":"The number +237670000001 is wrong","more_info":"https://www.twilio.com/docs/errors/21610","status":400}"#,
        #"200\n\n{"messages":[{"sid":"SM1","to":"+237670000001","body":"x","date_created":"Thu, 24 Aug 2023 05:01:45 +0000","status":"sent"}]}"#,
        #"200\n\n{"message-count":"1","messages":[{"to":"237670000001","message-id":"0C1","status":"0","message-price":"0.03330000","network":"62401"}]}"#,
        #"200\n\n{"messages":[{"messageId":"0191e1807d6070000aded7d8b151cbd5","status":{"groupId":1,"groupName":"PENDING","id":26,"name":"PENDING_ACCEPTED"},"details":{"messageCount":1}}]}"#,
        #"401\n\n{"requestError":{"serviceException":{"messageId":"UNAUTHORIZED","text":"Number +237670000001"}}}"#,
        #"200\n\n{"statusCode":"0000","statusMessage":"Sucessful","transactionId":"1365478abcz","data":{"requestId":"sub123456"},"_link":{}}"#,
        #"201\n\n{"outboundSMSMessageRequest":{"address":["tel:+237670000001"],"resourceURL":"https://api.orange.com/smsmessaging/v1/outbound/tel:+2370000/requests/8a74f8ef-6dd4"}}"#,
        #"200\n\n{"access_token":"abc","expires_in":"3599"}"#, #"200\n\n{"m":[{"status":"0","id":"x1","price":"XAF 12.5"}]}"#,
        "503\nRetry-After: 120\n\nlater",
        "429\nRetry-After: Fri, 27 Nov 2026 10:00:00 GMT\n\n<html>",
    ].map { $0.replacing(#"\n"#, with: "\n") }

    static let words = [
        "Retry-After: ", "Retry-After: 99999999999999999999\n", "Retry-After: -5\n", ":null", ":[]", ":{}", ":\"\"", ":0", ":-1", ":1e400",
        "\"expires_in\":", "\"access_token\":\"a\\nb\"",
        "statusCode", "errorCode", "\"status\":\"", "429", "500", "401", "\\u0000", "\\ud800",
    ]
}
