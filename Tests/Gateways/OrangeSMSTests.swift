import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Orange, SMS` {
    struct Message: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var members: String
        var text: String
        var key: String?

        init(_ label: String, _ members: String, _ text: String, key: String?) {
            (testDescription, self.members, self.text, self.key) = (label, members, text, key)
        }
    }

    private static func wrote(_ members: String, from: String = "tel:+237670000001") -> String {
        #"{"inboundSMSMessageNotification":{"inboundSMSMessage":{"senderAddress":"\#(from)","destinationAddress":"+2378080",\#(members)}}}"#
    }

    private static let timed = #""dateTime":"2014-04-15T07:40:13Z""#

    static let messages = [
        // The form of Orange's own example, as github.com/lansanalsm/orangeAPI keeps it.
        Message("as Orange sends it", #""message":"BEGIN Test","dateTime":"2014-04-15T07:40:13Z""#, "BEGIN Test", key: key("BEGIN Test")),
        Message("with an id", #""messageId":"msg-12345","message":"1","# + timed, "1", key: "msg-12345"),
        Message("neither id nor time", #""message":"1""#, "1", key: nil),
        Message("empty", #""message":"","# + timed, "", key: key("")),
        Message("null", #""message":null,"# + timed, "", key: key("")),
        Message("digits without quotes", #""message":2,"# + timed, "2", key: key("2")),
        Message("accents", #""message":"\u00c9milie, où ?","messageId":"m1""#, "Émilie, où ?", key: "m1"),
        Message("Arabic", #""message":"مرحبا","messageId":"m1""#, "مرحبا", key: "m1"),
        Message("emoji", #""message":"\ud83d\ude00","messageId":"m1""#, "😀", key: "m1"),
        Message("stars", #""message":"*#1*#","messageId":"m1""#, "*#1*#", key: "m1"),
        Message(
            "10 kB", #""message":"\#(String(repeating: "a", count: 10_000))","messageId":"m1""#, String(repeating: "a", count: 10_000),
            key: "m1"),
    ]

    private static func key(_ text: String) -> String { "+237670000001\u{0}2014-04-15T07:40:13Z\u{0}\(text)" }

    @Test(arguments: messages) func `a message is read`(_ message: Message) throws {
        guard case .message(let inbound) = try gateway("orange-sms").read(json(Self.wrote(message.members))) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.sender == awa)
        #expect(inbound.text == .message(message.text))
        #expect(inbound.stepKey == message.key)
        #expect(inbound.network == "orange")
        #expect(inbound.session == message.key ?? "+237670000001\u{0}\u{0}1")
    }

    @Test(arguments: ["tel:+237670000001", "+237670000001", "237670000001", "tel:670000001"])
    func `the number is read however it is written`(from: String) throws {
        guard case .message(let inbound) = try gateway("orange-sms").read(json(Self.wrote(#""message":"1""#, from: from))) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.sender == awa)
    }

    @Test(arguments: ["Orange", "8080", "tel:8080", "tel:+"]) func `who is no person gets no conversation`(from: String) throws {
        #expect(try gateway("orange-sms").read(json(Self.wrote(#""message":"1""#, from: from))) == .noPerson)
    }

    @Test func `several in one request are several`() throws {
        let people = ["tel:+237670000001", "Orange", "tel:+237670000002"]
        let items = people.map { #"{"senderAddress":"\#($0)","message":"1","messageId":"\#($0)"}"# }.joined(separator: ",")
        let request = json(#"{"inboundSMSMessageNotification":{"inboundSMSMessage":[\#(items)]}}"#)
        let messages = ["+237670000001", "+237670000002"].map {
            Inbound(
                sender: PhoneNumber(e164: $0), session: "tel:\($0)", text: .message("1"), stepKey: "tel:\($0)", network: "orange")
        }
        #expect(try gateway("orange-sms").read(request) == .messages(messages))
    }

    struct Report: CustomTestStringConvertible, Sendable {
        var testDescription: String { word }
        var word: String
        var state: DeliveryReport.State

        init(_ word: String, _ state: DeliveryReport.State) { (self.word, self.state) = (word, state) }
    }

    static let words = [
        Report("DeliveredToTerminal", .delivered), Report("DeliveredToNetwork", .onItsWay), Report("DeliveryUncertain", .onItsWay),
        Report("MessageWaiting", .onItsWay), Report("DeliveryNotificationNotSupported", .onItsWay),
        Report("DeliveryImpossible", .failed(.expired)), Report("SomethingNew", .onItsWay),
    ]

    private static func told(_ info: String, about: String = "r1") -> WebRequest {
        json(#"{"deliveryInfoNotification":{"deliveryInfo":\#(info),"callbackData":"\#(about)"}}"#)
    }

    @Test(arguments: words) func `a report is read at either address`(_ report: Report) throws {
        let gateway = try gateway("orange-sms")
        let request = Self.told(#"{"address":"tel:+237670000001","deliveryStatus":"\#(report.word)"}"#)
        let expected = Arrival.reports([DeliveryReport(.theirs("r1"), report.state, word: report.word)])
        #expect(try gateway.read(request) == expected)
        #expect(try gateway.readStatus(request) == expected)
    }

    @Test func `several reports in one request are several, and a sentence for a word becomes a code`() throws {
        let request = Self.told(
            #"[{"deliveryStatus":"MessageWaiting"},{"deliveryStatus":"not to 237670000001"}]"#, about: "00JZM14316777526Z1010111109")
        guard case .reports(let reports) = try gateway("orange-sms").read(request) else {
            Issue.record("no reports")
            return
        }
        #expect(reports.map(\.state) == [.onItsWay, .onItsWay])
        #expect(reports.allSatisfy { $0.subject == .theirs("00JZM14316777526Z1010111109") })
        #expect(reports.allSatisfy { !$0.word.contains("670000001") && !$0.word.contains(" ") })
    }

    static let refused = [
        RefusedRequest("a form", form("message=1"), "application/json"),
        RefusedRequest("GET", posted([], type: "application/json", method: .get), "POST"),
        RefusedRequest("nothing", json(""), "JSON"),
        RefusedRequest("half", json(#"{"inboundSMSMessageNotification":{"#), "JSON"),
        RefusedRequest("a list", json("[]"), "inboundSMSMessageNotification"),
        RefusedRequest("neither message nor report", json("{}"), "deliveryInfoNotification"),
        RefusedRequest("a notification of nothing", json(#"{"inboundSMSMessageNotification":{}}"#), "inboundSMSMessage"),
        RefusedRequest("no messages", json(#"{"inboundSMSMessageNotification":{"inboundSMSMessage":[]}}"#), "inboundSMSMessage"),
        RefusedRequest(
            "no sender", json(#"{"inboundSMSMessageNotification":{"inboundSMSMessage":{"message":"1"}}}"#), "senderAddress"),
        RefusedRequest("no message", json(wrote(#""messageId":"m1""#)), "message"),
        RefusedRequest("NUL", json(wrote(#""message":"a\u0000""#)), "NUL"),
        RefusedRequest("a report about nothing", told(#"{"deliveryStatus":"DeliveredToTerminal"}"#, about: ""), "callbackData"),
        RefusedRequest("a report that says nothing", told("{}"), "deliveryStatus"),
        RefusedRequest("a report of nobody", told("[]"), "deliveryInfo"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("orange-sms")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(!refusal.sentence.contains("670000001"))
    }

    @Test func `it answers plainly, and words go by a message of their own`() throws {
        let gateway = try gateway("orange-sms")
        let inbound = Inbound(sender: awa, session: "m1", text: .message("1"), stepKey: "m1", network: "orange")
        #expect(wire(gateway.acknowledgement) == "200\napplication/json\n\n{}")
        #expect(gateway.answer("Bonjour", ends: false, to: inbound) == gateway.acknowledgement)
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\napplication/json\n\n{}")
        #expect(Catalogue.kind(named: "orange-sms")?.replies == .asMessage)
    }
}
