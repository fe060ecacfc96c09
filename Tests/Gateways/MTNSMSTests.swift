import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `MTN, SMS` {
    struct Message: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var text: String
        var key: String?

        init(_ label: String, _ body: String, _ text: String, key: String?) {
            (testDescription, self.body, self.text, self.key) = (label, body, text, key)
        }
    }

    private static func wrote(_ members: String, from: String = #""237670000001""#) -> String {
        #"{"senderAddress":\#(from),"receiverAddress":"8080",\#(members)}"#
    }

    private static func timed(_ text: String) -> String { "+237670000001\u{0}1678794364855\u{0}\(text)" }

    static let messages = [
        // The form of nyaruka/courier's tests.
        Message(
            "as MTN sends it",
            #"{"id":null,"senderAddress":"237670000001","receiverAddress":"8080","message":"Hello there","created":1678794364855,"submittedDate":null}"#,
            "Hello there", key: timed("Hello there")),
        Message("with an id", wrote(#""id":"m1","message":"1","created":1678794364855"#), "1", key: "m1"),
        Message("with an id that is a number", wrote(#""id":17,"message":"1""#), "1", key: "17"),
        // The names of the interface file mtn-sms-interface.
        Message(
            "by the interface file", wrote(#""messageID":"4444aaz-ddsds-45","dateTime":"2012-08-01T09:25:55.815+0000","message":"1""#), "1",
            key: "4444aaz-ddsds-45"),
        Message("neither id nor time", wrote(#""message":"1""#), "1", key: nil),
        Message("empty", wrote(#""message":"","created":1678794364855"#), "", key: timed("")),
        Message("null", wrote(#""message":null,"created":1678794364855"#), "", key: timed("")),
        Message("digits without quotes", wrote(#""message":2,"created":1678794364855"#), "2", key: timed("2")),
        Message("accents", wrote(#""message":"\u00c9milie, où ?","id":"m1""#), "Émilie, où ?", key: "m1"),
        Message("Arabic", wrote(#""message":"مرحبا","id":"m1""#), "مرحبا", key: "m1"),
        Message("emoji", wrote(#""message":"\ud83d\ude00","id":"m1""#), "😀", key: "m1"),
        Message("stars", wrote(#""message":"*#1*#","id":"m1""#), "*#1*#", key: "m1"),
        Message(
            "10 kB", wrote(#""message":"\#(String(repeating: "a", count: 10_000))","id":"m1""#), String(repeating: "a", count: 10_000),
            key: "m1"),
    ]

    @Test(arguments: messages) func `a message is read`(_ message: Message) throws {
        guard case .message(let inbound) = try gateway("mtn-sms").read(json(message.body)) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.sender == awa)
        #expect(inbound.text == .message(message.text))
        #expect(inbound.stepKey == message.key)
        #expect(inbound.network == "mtn")
        #expect(inbound.session == message.key ?? "+237670000001\u{0}\u{0}1")
    }

    @Test(arguments: [#""MTN""#, #""8080""#, "8080", #""+""#]) func `who is no person gets no conversation`(from: String) throws {
        #expect(try gateway("mtn-sms").read(json(Self.wrote(#""message":"1""#, from: from))) == .noPerson)
    }

    struct Report: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var reports: [DeliveryReport]

        init(_ label: String, _ body: String, _ reports: [DeliveryReport]) {
            (testDescription, self.body, self.reports) = (label, body, reports)
        }
    }

    private static func told(_ status: String) -> String {
        #"{"TransactionID":"rrt-58503","clientCorrelator":"\#(ourID)","deliveryStatus":"\#(status)"}"#
    }

    private static func ours(_ state: DeliveryReport.State, _ word: String) -> [DeliveryReport] {
        [DeliveryReport(.ours(ourID), state, word: word)]
    }

    static let reports = [
        Report("DeliveredToTerminal", told("DeliveredToTerminal"), ours(.delivered, "DeliveredToTerminal")),
        Report("DELIVRD", told("DELIVRD"), ours(.delivered, "DELIVRD")),
        Report("DELIVERED", told("DELIVERED"), ours(.delivered, "DELIVERED")),
        Report("DeliveredToNetwork", told("DeliveredToNetwork"), ours(.onItsWay, "DeliveredToNetwork")),
        Report("DeliveryUncertain", told("DeliveryUncertain"), ours(.onItsWay, "DeliveryUncertain")),
        Report("MessageWaiting", told("MessageWaiting"), ours(.onItsWay, "MessageWaiting")),
        Report(
            "DeliveryNotificationNotSupported", told("DeliveryNotificationNotSupported"),
            ours(.onItsWay, "DeliveryNotificationNotSupported")),
        Report("ACCEPTD", told("ACCEPTD"), ours(.onItsWay, "ACCEPTD")),
        Report("ENROUTE", told("ENROUTE"), ours(.onItsWay, "ENROUTE")),
        Report("UNKNOWN", told("UNKNOWN"), ours(.onItsWay, "UNKNOWN")),
        Report("DeliveryImpossible", told("DeliveryImpossible"), ours(.failed(.expired), "DeliveryImpossible")),
        Report("EXPIRED", told("EXPIRED"), ours(.failed(.expired), "EXPIRED")),
        Report("REJECTED", told("REJECTED"), ours(.failed(.refused), "REJECTED")),
        Report("REJECTD", told("REJECTD"), ours(.failed(.refused), "REJECTD")),
        Report("UNDELIVERED", told("UNDELIVERED"), ours(.failed(.failed), "UNDELIVERED")),
        Report("UNDELIV", told("UNDELIV"), ours(.failed(.failed), "UNDELIV")),
        Report("DELETED", told("DELETED"), ours(.failed(.failed), "DELETED")),
        Report("a word that is not known", told("blabla"), ours(.onItsWay, "blabla")),
        Report(
            "no transaction", #"{"TransactionID":null,"clientCorrelator":"\#(ourID)","deliveryStatus":"EXPIRED"}"#,
            ours(.failed(.expired), "EXPIRED")),
        Report(
            "a correlator that is none of ours", #"{"TransactionID":"rrt-58503","clientCorrelator":"string","deliveryStatus":"DELIVRD"}"#,
            [DeliveryReport(.theirs("rrt-58503"), .delivered, word: "DELIVRD")]),
        Report(
            "no correlator", #"{"TransactionID":"rrt-58503","deliveryStatus":"DELIVRD"}"#,
            [DeliveryReport(.theirs("rrt-58503"), .delivered, word: "DELIVRD")]),
        // DeliveryNotificationRequest of the interface file sms-v3-api.
        Report(
            "of v3",
            #"{"clientCorrelatorId":"\#(ourID)","deliveryStatus":"DELIVERED","details":null,"id":12,"senderAddress":"MTN","receiverAddress":"237670000001"}"#,
            ours(.delivered, "DELIVERED")),
        // deliveryInfoNotification of the interface file mtn-sms-interface.
        Report(
            "a list of receivers",
            #"{"resourceURL":"x","transactionId":"t1","deliveryInfo":{"requestId":"req445454","clientCorrelator":"\#(ourID)","deliveryStatus":[{"receiverAddress":"237670000001","status":"MessageWaiting"},{"receiverAddress":"237670000001","status":"DeliveredToTerminal"}]}}"#,
            ours(.onItsWay, "MessageWaiting") + ours(.delivered, "DeliveredToTerminal")),
        Report(
            "wrapped once more",
            #"{"deliveryInfoNotification":{"deliveryInfo":{"requestId":"req445454","deliveryStatus":[{"status":"DeliveredToTerminal"}]}}}"#,
            [DeliveryReport(.theirs("req445454"), .delivered, word: "DeliveredToTerminal")]),
    ]

    @Test(arguments: reports) func `reports are told from messages, at either address`(_ report: Report) throws {
        let gateway = try gateway("mtn-sms")
        #expect(try gateway.read(json(report.body)) == .reports(report.reports))
        #expect(try gateway.readStatus(json(report.body)) == .reports(report.reports))
    }

    static let refused = [
        RefusedRequest("a form", form("message=1"), "application/json"),
        RefusedRequest("GET", posted([], type: "application/json", method: .get), "POST"),
        RefusedRequest("nothing", json(""), "JSON"),
        RefusedRequest("half", json(#"{"message":"1"#), "JSON"),
        RefusedRequest("a list", json("[]"), "message"),
        RefusedRequest("neither message nor report", json(#"{"senderAddress":"237670000001"}"#), "deliveryStatus"),
        RefusedRequest("no sender", json(#"{"message":"1"}"#), "senderAddress"),
        RefusedRequest("a message that is a list", json(#"{"senderAddress":"237670000001","message":[]}"#), "message"),
        RefusedRequest("NUL", json(#"{"senderAddress":"237670000001","message":"a\u0000"}"#), "NUL"),
        RefusedRequest("a report about nothing", json(#"{"TransactionID":null,"deliveryStatus":"EXPIRED"}"#), "clientCorrelator"),
        RefusedRequest("a report that says nothing", json(#"{"TransactionID":"t","deliveryStatus":""}"#), "deliveryStatus"),
        RefusedRequest("a report with an empty list", json(#"{"TransactionID":"t","deliveryStatus":[]}"#), "deliveryStatus"),
        RefusedRequest("a report without a status", json(#"{"deliveryInfo":{"requestId":"r"}}"#), "deliveryStatus"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("mtn-sms")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(!refusal.sentence.contains("670000001"))
    }

    @Test func `it answers plainly, and words go by a message of their own`() throws {
        let gateway = try gateway("mtn-sms")
        let inbound = Inbound(sender: awa, session: "m1", text: .message("1"), stepKey: "m1", network: "mtn")
        #expect(wire(gateway.acknowledgement) == "200\napplication/json\n\n{}")
        #expect(gateway.answer("Bonjour", ends: false, to: inbound) == gateway.acknowledgement)
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\napplication/json\n\n{}")
        #expect(Catalogue.kind(named: "mtn-sms")?.replies == .asMessage)
    }
}
