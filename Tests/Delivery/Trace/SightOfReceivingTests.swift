import Delivery
import Foundation
import Gateways
import HTTPTypes
import Testing
import Texting

/// What a gateway's call looks like to staff who look for trouble.
@Suite struct `the trace of what comes in` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var gateway: String
        var method = HTTPRequest.Method.post
        var query = ""
        var type: String? = "application/x-www-form-urlencoded"
        var headers: [String: String] = [:]
        var body = ""
        var isReport = false
        /// What staff look for, which must stay.
        var stays: [String]

        var request: WebRequest {
            var fields = HTTPFields()
            fields[.contentType] = type
            fields[.authorization] = "Basic bmd1ZXNzbzpnZWhlaW0tZ2VoZWlt"
            for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
            return WebRequest(method: method, query: query, headers: fields, body: Array(body.utf8))
        }
    }

    static let cases = [
        Case(
            testDescription: "Africa's Talking, USSD", gateway: "africas-talking-ussd", query: "key=geheim-geheim",
            body: "sessionId=ATUid_70000001&phoneNumber=%2B237670000001&networkCode=62402&serviceCode=*123%23&text=1*Awa+%C3%89toundi*4821",
            stays: ["networkCode=62402", "serviceCode=*123%23", "sessionId=•••(14)", "?key=•••"]),
        Case(
            testDescription: "Africa's Talking, the end of a session", gateway: "africas-talking-ussd",
            body: "sessionId=s&phoneNumber=%2B237670000001&status=Incomplete&input=1*Awa+Ngo&lastAppResponse=CON+Bonjour+Awa&hopsCount=2",
            isReport: true, stays: ["status=Incomplete", "hopsCount=2", "input=•••(9)"]),
        Case(
            testDescription: "Africa's Talking, SMS", gateway: "africas-talking-sms",
            body: "id=70000001&from=%2B237670000001&to=8080&text=Awa+Ngo&date=2017-05-03T06%3A04%3A45Z&linkId=SampleLink",
            stays: ["text=•••(7)", "linkId=•••(10)"]),
        Case(
            testDescription: "Africa's Talking, a report", gateway: "africas-talking-sms",
            body: "id=ATXid_1&status=Failed&failureReason=UserInBlackList&phoneNumber=%2B237670000001&networkCode=62401", isReport: true,
            stays: ["status=Failed", "failureReason=UserInBlackList", "networkCode=62401"]),
        Case(
            testDescription: "Kannel, its own form", gateway: "kannel", query: "id=70000001", type: "text/plain",
            headers: ["X-Kannel-From": "+237 6 70 00 00 01", "X-Kannel-To": "8080", "X-Kannel-Coding": "0", "X-Kannel-SMSC": "mtn"],
            body: "Awa=Ngo {Biya}", stays: ["X-Kannel-Coding: 0", "X-Kannel-SMSC: mtn", "•••(14)"]),
        Case(
            testDescription: "Kannel, a report with the words' beginning", gateway: "kannel", method: .get,
            query: "status=2&id=0191e1807d6070000aded7d8b151cbd5&answer=id%3A1+stat%3AUNDELIV+err%3A27+text%3ABonjour+Awa", type: nil,
            isReport: true, stays: ["status=2", "answer=•••("]),
        Case(
            testDescription: "Twilio", gateway: "twilio", headers: ["X-Twilio-Signature": "geheim="],
            body: "MessageSid=SM1&AccountSid=AC1&From=%2B237670000001&To=8080&Body=Awa&NumSegments=1&ProfileName=Ngo&FromCity=Biya",
            stays: ["NumSegments=1", "Body=•••(3)", "ProfileName=•••(3)"]),
        Case(
            testDescription: "Twilio, a report", gateway: "twilio",
            body: "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=21610&To=%2B237670000001", isReport: true,
            stays: ["MessageStatus=undelivered", "ErrorCode=21610"]),
        Case(
            testDescription: "Hubtel", gateway: "hubtel-ussd", type: "application/json",
            body:
                #"{"Type":"Response","Mobile":"237670000001","SessionId":"s","ServiceCode":"*123#","Message":"Awa \u00c9toundi","Operator":"mtn","Sequence":2}"#,
            stays: [#""Type":"Response""#, #""Operator":"mtn""#, #""Sequence":2"#, #""Mobile":"•••(12)""#]),
        Case(
            testDescription: "MTN, USSD", gateway: "mtn-ussd", type: "application/json",
            body:
                #"{"sessionId":"s","messageType":"1","msisdn":"237670000001","serviceCode":"*123#","ussdString":"Awa","cellId":"4821","imsi":"62401 70000001"}"#,
            stays: [#""messageType":"1""#, #""cellId":"•••(4)""#]),
        Case(
            testDescription: "MTN, SMS", gateway: "mtn-sms", type: "application/json",
            body: #"{"senderAddress":"237670000001","receiverAddress":"8080","message":"Awa Ngo","created":1560000000000}"#,
            stays: [#""message":"•••(7)""#]),
        Case(
            testDescription: "Orange", gateway: "orange-sms", type: "application/json",
            body:
                #"{"inboundSMSMessageNotification":{"inboundSMSMessage":{"senderAddress":"tel:+237670000001","destinationAddress":"8080","message":"Awa","messageId":"1","dateTime":"2026-11-27"}}}"#,
            stays: [#""message":"•••(3)""#]),
        Case(
            testDescription: "Infobip, two at once", gateway: "infobip", type: "application/json",
            body:
                #"{"results":[{"messageId":"a","from":"237670000001","to":"8080","text":"Awa","receivedAt":"2016-10-06T09:28:39.220+0000","smsCount":1},{"messageId":"b","from":"237670000001","to":"8080","text":"Ngo Biya","receivedAt":"2016-10-06T09:28:39.220+0000"}]}"#,
            stays: [#""smsCount":1"#, #""text":"•••(8)""#]),
        Case(
            testDescription: "Vonage", gateway: "vonage", method: .get,
            query: "msisdn=237670000001&to=8080&text=Awa+Ngo&messageId=1&sig=geheim-geheim", type: nil, stays: ["text=•••(7)", "sig=•••"]),
        Case(
            testDescription: "a number where a status belongs", gateway: "africas-talking-sms", body: "status=6+70+00+00+01&type=12",
            isReport: true, stays: ["type=12", "status=•••(13)"]),
        Case(
            testDescription: "XML that somebody configured", gateway: "http-ussd", type: "text/xml",
            body:
                #"<?xml version="1.0"?><ussd type="2"><msisdn>237670000001</msisdn><input a="Awa">Awa &lt;Ngo&gt;</input><type>2</type></ussd>"#,
            stays: ["<msisdn>•••(12)</msisdn>", "<type>2</type>", "</input>"]),
    ]

    @Test(arguments: cases)
    func `nobody's words, number or secret can be read, whatever was made of it`(_ row: Case) throws {
        var readings = [AnsweredCall.Reading.unread, .unproved, .notice]
        if let kind = Catalogue.kind(named: row.gateway) {
            let gateway = kind.make(GatewaySettings(country: Staged.country, code: "8080"))
            switch try? gateway.read(row.request) {
            case .message(let inbound): readings.append(.messages([inbound], words: "Bonjour Awa Étoundi"))
            case .messages(let inbounds): readings.append(.messages(inbounds, words: ""))
            default: break
            }
        }
        for reading in readings {
            let shown = Staged.shown(call(row.request, reading))
            for leak in Staged.leaks where Staged.reads(shown, leak) { Issue.record("\(leak) in \(shown)") }
        }
    }

    @Test(arguments: cases)
    func `what says what the gateway does stays`(_ row: Case) {
        let shown = Staged.shown(call(row.request, .notice))
        for text in row.stays where !shown.contains(text) { Issue.record("\(text) is not in \(shown)") }
    }

    @Test func `every gateway that receives is looked at`() {
        #expect(Set(Self.cases.map(\.gateway)).isSuperset(of: Set(Catalogue.names).subtracting(["phone", "http-sms", "kannel-ussd"])))
    }

    @Test func `of a request that could not be read no value is shown`() {
        let body = #"{"status":"Awa","type":17,"a b":[true,null,x"#
        let shown = Staged.shown(call(request(body, "application/json"), .unread))
        #expect(shown.contains(#"{"status":"•••(3)","type":•••(2),"•••(3)":[true,null,•••(1)"#))
    }

    struct Broken: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var type: String
        var body: String
        var shown: String
    }

    static let broken = [
        Broken(
            testDescription: "a form", type: "application/x-www-form-urlencoded", body: "a=Awa&=Ngo&Biya&b=",
            shown: "| a=•••(3)&=•••(3)&•••(4)&b="),
        Broken(
            testDescription: "a name that is none", type: "application/x-www-form-urlencoded", body: "Awa%20Ngo=1", shown: "| •••(9)=•••(1)"
        ),
        Broken(testDescription: "a string without an end", type: "application/json", body: #"{"a":"Awa"#, shown: #"| {"a":"•••(3)"#),
        Broken(testDescription: "a quote in a string", type: "application/json", body: #"{"a":"A\"wa"}"#, shown: #"| {"a":"•••(5)"}"#),
        Broken(
            testDescription: "JSON under another name", type: "text/plain", body: #"["Awa",{"b":2}]"#, shown: #"| ["•••(3)",{"b":•••(1)}]"#),
        Broken(testDescription: "a tag without an end", type: "application/xml", body: "<a>Awa<b", shown: "| <a>•••(5)"),
        Broken(testDescription: "plain words", type: "text/plain", body: "Awa=Ngo", shown: "| •••(7)"),
        Broken(testDescription: "bytes without a type", type: "application/octet-stream", body: "<Awa>", shown: "| •••(5)"),
    ]

    @Test(arguments: broken)
    func `what is broken shows where, and nothing else`(_ row: Broken) {
        #expect(Staged.shown(call(request(row.body, row.type), .unread)).contains("\n    \(row.shown)\n"))
    }

    struct Reply: CustomTestStringConvertible, Sendable {
        var gateway: String
        var request: WebRequest
        var testDescription: String { gateway }
    }

    static let replied = cases.filter { !$0.isReport && $0.gateway != "http-ussd" }.map { Reply(gateway: $0.gateway, request: $0.request) }

    @Test(arguments: replied)
    func `what we answer shows its form and none of its words`(_ row: Reply) throws {
        let gateway = try #require(Catalogue.kind(named: row.gateway)).make(GatewaySettings(country: Staged.country, code: "*123#"))
        guard case .message(let inbound) = try? gateway.read(row.request) else { return }
        let words = #"Awa "Étoundi" & <Ngo>: 4821"#
        let answer = gateway.answer(words, ends: false, to: inbound)
        let shown = Staged.shown(call(row.request, .messages([inbound], words: words), answer))
        for leak in Staged.leaks where Staged.reads(shown, leak) { Issue.record("\(leak) in \(shown)") }
        #expect(shown.contains("•••"))
    }

    @Test func `an answer in a form that nobody knows is not looked for but measured`() {
        let answer = WebResponse(status: .ok, contentType: "text/plain", body: "CON aWa in a fancy coding")
        let call = call(request("text=1", "application/x-www-form-urlencoded"), .messages([], words: "Bonjour Awa Étoundi"), answer)
        #expect(Staged.shown(call).contains("| •••(25)"))
    }

    /// Each piece was looked for in every reading: a call of 64 KiB took minutes, and the service could not end before.
    @Test func `of a call with thousands of words nothing is shown, however often a few words come they are looked for`() throws {
        let gateway = try #require(Catalogue.kind(named: "africas-talking-ussd")).make(
            GatewaySettings(country: Staged.country, code: "*123#"))
        let many = (1...9000).map(String.init)
        for (texts, shown) in [(many, "networkCode=•••(5)"), ([String](repeating: "1", count: 30_000), "networkCode=62402")] {
            let text = texts.joined(separator: "*")
            let body = "sessionId=s&phoneNumber=%2B237670000001&networkCode=62402&serviceCode=*123%23&text=" + text
            let request = request(body, "application/x-www-form-urlencoded")
            guard case .message(let inbound) = try gateway.read(request) else { return #expect(Bool(false), "it is not read") }
            #expect(Staged.shown(call(request, .messages([inbound], words: "Bonjour"))).contains(shown))
        }
    }

    @Test func `the sentence that refuses stays`() {
        let answer = WebResponse(status: .badRequest, contentType: "text/plain", body: "The form's field text is missing.\n")
        let shown = Staged.shown(call(request("x=1", "text/plain"), .unread, answer))
        #expect(shown.hasPrefix("#1 2026-11-24T23:59:17"))
        #expect(shown.contains(" ← POST /channels/sms/receive\n"))
        #expect(shown.contains("\n  = 400\n    Content-Type: text/plain\n    | The form's field text is missing."))
    }

    private func request(_ body: String, _ type: String) -> WebRequest {
        WebRequest(method: .post, query: "", headers: [.contentType: type], body: Array(body.utf8))
    }

    private func call(
        _ request: WebRequest, _ reading: AnsweredCall.Reading,
        _ answer: WebResponse = WebResponse(status: .ok, contentType: "text/plain", body: "")
    ) -> AnsweredCall {
        AnsweredCall(
            channel: "sms", at: Staged.now, path: "/channels/sms/receive", request: request, reading: reading, response: answer)
    }
}
