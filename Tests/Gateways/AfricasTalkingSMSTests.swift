import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Africa's Talking, SMS` {
    struct Message: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var text: String
        var session: String
        var stepKey: String?
        var network: String?

        init(_ label: String, _ body: String, _ text: String, session: String = "ATx1", stepKey: String? = "ATx1", network: String? = nil) {
            (testDescription, self.body, self.text, self.session) = (label, body, text, session)
            (self.stepKey, self.network) = (stepKey, network)
        }
    }

    private static let whole = "id=ATx1&from=%2B237670000001&to=8080&date=2017-05-03T06%3A04%3A45Z&text="
    private static let withoutID = "+237670000001\u{0}2017-05-03 06:04:45\u{0}OUI"

    static let messages = [
        Message("a word", whole + "JOIN", "JOIN"),
        Message("accents", whole + "Je+m%27appelle+%C3%89milie", "Je m'appelle Émilie"),
        Message("Arabic", whole + "%D9%86%D8%B9%D9%85", "نعم"),
        Message("emoji", whole + "%F0%9F%98%80", "😀"),
        Message("stars and hashes", whole + "*123%23", "*123#"),
        Message("lines", whole + "a%0Ab", "a\nb"),
        Message("nothing", whole, ""),
        Message("10 kB", whole + String(repeating: "a", count: 10_240), String(repeating: "a", count: 10_240)),
        Message("its other fields", whole + "1&linkId=7f&networkCode=62401&cost=KES+1.00", "1", network: "62401"),
        Message("an empty network", whole + "1&networkCode=&linkId=", "1"),
        Message(
            "no id", "from=%2B237670000001&to=8080&date=2017-05-03+06%3A04%3A45&text=OUI", "OUI", session: withoutID, stepKey: withoutID),
        Message(
            "neither id nor date", "id=&from=%2B237670000001&to=8080&text=OUI", "OUI", session: "+237670000001\u{0}\u{0}OUI", stepKey: nil),
        Message("a national number", "id=ATx1&from=670000001&to=8080&text=1", "1"),
    ]

    @Test(arguments: messages) func `a message is read`(_ message: Message) throws {
        #expect(
            try gateway("africas-talking-sms").read(form(message.body))
                == .message(
                    Inbound(
                        sender: awa, session: message.session, text: .message(message.text), stepKey: message.stepKey,
                        network: message.network)))
    }

    @Test(arguments: ["Orange", "8080", "%2B", ""]) func `who is no person gets no conversation`(from: String) throws {
        let request = form("id=ATx1&from=\(from)&to=8080&text=1")
        guard !from.isEmpty else {
            #expect(refusal(of: request, by: try gateway("africas-talking-sms"))?.sentence.contains("from") == true)
            return
        }
        #expect(try gateway("africas-talking-sms").read(request) == .noPerson)
    }

    @Test func `an opt-out from a sender in letters is heard and names no message of ours`() throws {
        #expect(try gateway("africas-talking-sms").read(form("senderId=MINPMEESA&phoneNumber=%2B237670000001")) == .noPerson)
    }

    private static func report(_ state: DeliveryReport.State, _ word: String) -> DeliveryReport {
        DeliveryReport(.theirs("ATXid_1"), state, word: word)
    }

    private static func told(
        _ status: String, reason: String? = nil, _ state: DeliveryReport.State, _ word: String
    ) -> Told {
        let body = "id=ATXid_1&status=\(status)&phoneNumber=%2B237670000001&networkCode=62401&retryCount=0"
        return Told(
            [status, reason].compactMap(\.self).joined(separator: ", "), form(body + (reason.map { "&failureReason=\($0)" } ?? "")),
            report(state, word))
    }

    static let told = [
        told("Sent", .onItsWay, "Sent"),
        told("Submitted", .onItsWay, "Submitted"),
        told("Buffered", .onItsWay, "Buffered"),
        told("Success", .delivered, "Success"),
        told("Success", reason: "UserInBlackList", .delivered, "Success"),
        told("Rejected", .failed(.refused), "Rejected"),
        told("Failed", .failed(.failed), "Failed"),
        told("AbsentSubscriber", .failed(.expired), "AbsentSubscriber"),
        told("Expired", .failed(.refused), "Expired"),
        told("Failed", reason: "", .failed(.failed), "Failed"),
        told("Failed", reason: "None", .failed(.failed), "Failed"),
        told("Rejected", reason: "UserInBlackList", .failed(.blocked), "UserInBlackList"),
        told("Failed", reason: "UserInBlacklist", .failed(.blocked), "UserInBlacklist"),
        told("Rejected", reason: "DoNotDisturbRejection", .failed(.blocked), "DoNotDisturbRejection"),
        told("Failed", reason: "UserDoesNotExist", .failed(.unknownSubscriber), "UserDoesNotExist"),
        told("Rejected", reason: "UserIsInactive", .failed(.failed), "UserIsInactive"),
        told("Rejected", reason: "UserAccountSuspended", .failed(.failed), "UserAccountSuspended"),
        told("Failed", reason: "NotNetworkSubcriber", .failed(.failed), "NotNetworkSubcriber"),
        told("Rejected", reason: "DeliveryFailure", .failed(.failed), "DeliveryFailure"),
        told("Failed", reason: "InsufficientCredit", .failed(.refused), "InsufficientCredit"),
        told("Failed", reason: "InvalidLinkId", .failed(.refused), "InvalidLinkId"),
        told("Failed", reason: "UserNotSubscribedToProduct", .failed(.refused), "UserNotSubscribedToProduct"),
        told("Lost", .onItsWay, "Lost"),
        told("%3Ca+b%3E", .onItsWay, "-a-b-"),
    ]

    @Test(arguments: told) func `a report is read, at either address`(_ told: Told) throws {
        let gateway = try gateway("africas-talking-sms")
        #expect(try gateway.readStatus(told.request) == .reports(told.reports))
        #expect(try gateway.read(told.request) == .reports(told.reports))
    }

    static let refused = [
        RefusedRequest("GET", form(whole + "1", method: .get), "POST"),
        RefusedRequest("JSON", json("{}"), "application/x-www-form-urlencoded"),
        RefusedRequest("no content type", form(whole + "1", type: nil), "Content-Type"),
        RefusedRequest("nothing", form(""), "from"),
        RefusedRequest("no text", form("id=ATx1&from=%2B237670000001&to=8080"), "text"),
        RefusedRequest("no sender", form("id=ATx1&to=8080&text=1"), "from"),
        RefusedRequest("half a percent", form(whole + "%4"), "%"),
        RefusedRequest("no UTF-8", form(whole + "%FF"), "UTF-8"),
        RefusedRequest("a field twice", form(whole + "1&text=2"), "Field"),
        RefusedRequest("a report of nothing", form("status=Success"), "id"),
        RefusedRequest("a report without an id", form("id=&status=Success"), "id"),
        RefusedRequest("a report without a status", form("id=ATXid_1&status="), "status"),
        RefusedRequest("an opt-out of nobody", form("senderId=MINPMEESA"), "phoneNumber"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("africas-talking-sms")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(!refusal.sentence.contains("670000001"))
    }

    @Test func `its answers say nothing, for nothing of them reaches the phone`() throws {
        let gateway = try gateway("africas-talking-sms")
        let inbound = Inbound(sender: awa, session: "ATx1", text: .message("1"), stepKey: "ATx1", network: nil)
        let head = "text/plain; charset=utf-8\n\n"
        #expect(wire(gateway.answer("Merci.", ends: true, to: inbound)) == "200\n" + head)
        #expect(wire(gateway.acknowledgement) == "200\n" + head)
        #expect(wire(gateway.unavailable("Réessayez.")) == "503\n" + head)
        let kind = try #require(Catalogue.kind(named: "africas-talking-sms"))
        guard case .asMessage = kind.replies, case .sms = kind.carries else {
            Issue.record("\(kind.replies), \(kind.carries)")
            return
        }
    }
}
