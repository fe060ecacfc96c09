import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Kannel, sending` {
    private static let url = "http://127.0.0.1:13013/cgi-bin/sendsms"

    private static func kannel(url: String = url, from: String? = "8080") throws -> any Sender {
        try sender("kannel", url: url, from: from, ["username": "passerelle", "password": "p&s+w=rd é"])
    }

    private static let head = "GET \(url)?username=passerelle&password=p%26s%2Bw%3Drd%20%C3%A9&from=8080&to=%2B237670000001"
    private static let report =
        "&dlr-mask=27&dlr-url=https%3A%2F%2Fpasserelle.example%2Fchannels%2Fsms%2Fstatus%3Fkey%3Dgeheim%26id%3D\(ourID)%26status%3D%25d\n\n"

    struct Words: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var encoded: String
        var coding: String

        init(_ label: String, _ text: String, _ encoded: String, coding: String) {
            (testDescription, self.text, self.encoded, self.coding) = (label, text, encoded, coding)
        }
    }

    static let words = [
        Words("plain", "Bonjour Awa.", "Bonjour%20Awa.", coding: "0"),
        Words("accents of GSM 03.38", "Où ça, à l'été ?", "O%C3%B9%20%C3%A7a%2C%20%C3%A0%20l%27%C3%A9t%C3%A9%20%3F", coding: "2"),
        Words("accents that GSM 03.38 has", "Où, à l'été ?", "O%C3%B9%2C%20%C3%A0%20l%27%C3%A9t%C3%A9%20%3F", coding: "0"),
        Words("the extension table", "[5 €]", "%5B5%20%E2%82%AC%5D", coding: "0"),
        Words("an accent outside GSM 03.38", "Où êtes-vous ?", "O%C3%B9%20%C3%AAtes-vous%20%3F", coding: "2"),
        Words("Arabic", "نعم", "%D9%86%D8%B9%D9%85", coding: "2"),
        Words("emoji", "😀", "%F0%9F%98%80", coding: "2"),
        Words("what means something in an address", "a&b=c+d%e?f#g*1#", "a%26b%3Dc%2Bd%25e%3Ff%23g%2A1%23", coding: "0"),
        Words("lines", "1 Oui\n2 Non", "1%20Oui%0A2%20Non", coding: "0"),
        Words("nothing", "", "", coding: "0"),
        Words("10 kB", String(repeating: "a", count: 10_240), String(repeating: "a", count: 10_240), coding: "0"),
    ]

    @Test(arguments: words) func `a message is in the address to the byte`(_ words: Words) throws {
        let request = try Self.kannel().request(for: outgoing(words.text), token: nil)
        #expect(wire(request) == "\(Self.head)&text=\(words.encoded)&charset=UTF-8&coding=\(words.coding)\(Self.report)")
    }

    @Test func `without an address of ours no report is asked for`() throws {
        let request = try Self.kannel().request(for: outgoing("a", status: nil), token: nil)
        #expect(wire(request) == "\(Self.head)&text=a&charset=UTF-8&coding=0\n\n")
    }

    @Test func `without a sender Kannel takes its own`() throws {
        let request = try Self.kannel(from: nil).request(for: outgoing("a"), token: nil)
        #expect(!request.address.contains("from="))
    }

    @Test func `an address with a query is gone on with`() throws {
        let request = try Self.kannel(url: Self.url + "?smsc=mtn").request(for: outgoing("a"), token: nil)
        #expect(request.address.hasPrefix(Self.url + "?smsc=mtn&username=passerelle&"))
    }

    /// Kannel would put the coding in for `%c`, of what is `ç` in truth.
    @Test func `an escape in our own address is no escape of Kannel's`() throws {
        let message = outgoing("a", status: "http://127.0.0.1:8080/channels/sms/status?key=%c3%a7")
        let request = try Self.kannel().request(for: message, token: nil)
        #expect(request.address.hasSuffix("status%3Fkey%3D%25%25c3%25%25a7%26id%3D\(ourID)%26status%3D%25d"))
    }

    /// The bodies are those of gw/smsbox.c, 1.4.5.
    static let said = [
        Said("accepted", answered(.accepted, "0: Accepted for delivery"), .accepted(Receipt())),
        Said("queued", answered(.accepted, "3: Queued for later delivery"), .accepted(Receipt())),
        Said("at once", answered(.accepted, "Sent. Message splits: 2"), .accepted(Receipt())),
        Said("accepted by an older one", answered(.ok, "0: Accepted for delivery"), .accepted(Receipt())),
        Said(
            "its list", answered(.badRequest, "Number(s) has/have been denied by white- and/or black-lists."),
            .refused(.blocked, word: "denied-by-list")),
        Said(
            "no sender", answered(.badRequest, "Sender missing and no global set, rejected"), .notTaken(.refusesUs, word: "sender-missing")),
        Said("our address", answered(.badRequest, "DLR-URL field misformed, rejected"), .notTaken(.refusesUs, word: "dlr-url-misformed")),
        Said("no number", answered(.badRequest, "Empty receiver number not allowed, rejected"), .refused(.refused, word: "400")),
        Said(
            "a wrong password", answered(.forbidden, "Authorization failed for sendsms"),
            .notTaken(.refusesUs, word: "authorization-failed")),
        Said("no route", answered(.forbidden, "Not routable. Do not try again."), .refused(.refused, word: "not-routable")),
        Said("another 403", answered(.forbidden, "<html>"), .notTaken(.refusesUs, word: "403")),
        Said("401", answered(.unauthorized, ""), .notTaken(.refusesUs, word: "401")),
        Said("a wrong path", answered(.notFound, "Unknown request."), .notTaken(.refusesUs, word: "404")),
        Said(
            "no place in its queue", answered(.serviceUnavailable, "Temporal failure, try again later."),
            .notTaken(.busy(for: nil), word: "temporal-failure")),
        Said(
            "and for how long", answered(.serviceUnavailable, "Temporal failure, try again later.", retryIn30),
            .notTaken(.busy(for: .seconds(30)), word: "temporal-failure")),
        Said("503 of something in between", answered(.serviceUnavailable, "<html>"), .unknown(word: "503")),
        Said("too fast", answered(.tooManyRequests, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")),
        Said("too fast, without a time", answered(.tooManyRequests, ""), .notTaken(.busy(for: nil), word: "429")),
        Said("no money", answered(402, ""), .notTaken(.noMoney, word: "402")),
        Said("half done", answered(.internalServerError, "Sending failed."), .unknown(word: "500")),
        Said("garbage", answered(.ok, "<html>"), .unknown(word: "200")),
        Said("half an answer", answered(.accepted, "0: Acc"), .unknown(word: "202")),
        Said("an empty answer", answered(.accepted, ""), .unknown(word: "202")),
        Said("no text at all", OutgoingAnswer(status: .accepted, body: [0xFF, 0x00]), .unknown(word: "202")),
    ]

    @Test(arguments: said) func `what it says to a message`(_ said: Said) throws {
        #expect(try Self.kannel().outcome(of: said.answer) == said.outcome)
    }

    private static func report(_ state: DeliveryReport.State, _ word: String) -> DeliveryReport {
        DeliveryReport(.ours(ourID), state, word: word)
    }

    static let told = [
        Told("delivered", asked("id=\(ourID)&status=1"), report(.delivered, "1")),
        Told("failed", asked("id=\(ourID)&status=2"), report(.failed(.failed), "2")),
        Told("queued", asked("id=\(ourID)&status=4"), report(.onItsWay, "4")),
        Told("with the SMS centre", asked("id=\(ourID)&status=8"), report(.onItsWay, "8")),
        Told("refused by it", asked("id=\(ourID)&status=16"), report(.failed(.refused), "16")),
        Told("a receipt on the way", asked("id=\(ourID)&status=32"), report(.onItsWay, "32")),
        Told("a status that is not known", asked("id=\(ourID)&status=64"), report(.onItsWay, "64")),
        Told("a status that is none", asked("id=\(ourID)&status=%3Cb%3E"), report(.onItsWay, "-b-")),
        Told("beside the secret", asked("key=geheim&id=\(ourID)&status=1"), report(.delivered, "1")),
        Told("more parameters", asked("id=\(ourID)&status=8&smsc=mtn&answer=ACK%2F"), report(.onItsWay, "8")),
        Told(
            "a receipt says why",
            asked("id=\(ourID)&status=2&smsc=mtn&answer=id%3A7+sub%3A001+dlvrd%3A000+stat%3AEXPIRED+err%3A001+text%3A"),
            report(.failed(.expired), "EXPIRED")),
        Told(
            "refused, by its receipt", asked("id=\(ourID)&status=2&answer=id%3A7+stat%3AREJECTD+err%3A001"),
            report(.failed(.refused), "REJECTD")),
        Told("a receipt that says nothing new", asked("id=\(ourID)&status=16&answer=NACK%2F0x0000000b"), report(.failed(.refused), "16")),
        Told("a receipt of the delivered", asked("id=\(ourID)&status=1&answer=stat%3AEXPIRED"), report(.delivered, "1")),
        Told("a receipt that is no UTF-8", asked("id=\(ourID)&status=2&answer=%FF%00stat%3AUNDELIV"), report(.failed(.failed), "UNDELIV")),
        Told("a receipt twice", asked("id=\(ourID)&status=2&answer=a&answer=b"), report(.failed(.failed), "2")),
    ]

    @Test(arguments: told) func `a report is read`(_ told: Told) throws {
        #expect(try gateway("kannel").readStatus(told.request) == .reports(told.reports))
    }

    static let refused = [
        RefusedRequest("no id", asked("status=1"), "id"),
        RefusedRequest("an empty id", asked("id=&status=1"), "id"),
        RefusedRequest("an id twice", asked("id=a&id=b&status=1"), "id"),
        RefusedRequest("no status", asked("id=a"), "status=%d"),
        RefusedRequest("an empty status", asked("id=a&status="), "status=%d"),
        RefusedRequest("nothing", asked(""), "id"),
        RefusedRequest("POST", form("id=a&status=1"), "GET"),
    ]

    @Test(arguments: refused) func `what is no report is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusalOfReport(refused.request, by: try gateway("kannel")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
    }

    @Test func `a report is no message`() throws {
        #expect(refusal(of: asked("id=\(ourID)&status=1"), by: try gateway("kannel"))?.sentence.contains("sender") == true)
    }
}
