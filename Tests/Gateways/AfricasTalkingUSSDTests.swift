import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Africa's Talking, USSD` {
    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var expected: String

        init(_ label: String, _ text: String, _ expected: String) {
            (testDescription, self.text, self.expected) = (label, text, expected)
        }
    }

    static let steps = [
        Step("a dial", "", ""),
        Step("an option", "1", "1"),
        Step("an empty answer", "1*1*", "1*1*"),
        Step("a name with a star in it", "1*1**Awa*Ngo", "1*1**Awa*Ngo"),
        Step("a star as the form encodes it", "1%2A2", "1*2"),
        Step("accents", "1*%C3%89milie+Ngo", "1*Émilie Ngo"),
        Step("an answer in Arabic", "1*%D9%86%D8%B9%D9%85", "1*نعم"),
        Step("an emoji", "1*%F0%9F%98%80", "1*😀"),
        Step("a hash key", "1*%230", "1*#0"),
        Step("hexadecimal digits in small letters", "1*caf%c3%a9", "1*café"),
        Step("ten thousand stars", String(repeating: "*", count: 10_000), String(repeating: "*", count: 10_000)),
    ]

    @Test(arguments: steps) func `a step is read`(_ step: Step) throws {
        let request = form(
            "sessionId=ATUid_1&phoneNumber=%2B237670000001&networkCode=62401&serviceCode=*123%23&text=\(step.text)")
        #expect(
            try gateway("africas-talking-ussd", code: "*123#").read(request)
                == .message(
                    Inbound(
                        sender: awa, session: "ATUid_1", text: .cumulative(step.expected), stepKey: "ATUid_1\0\(step.expected)",
                        network: "62401")))
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var status: HTTPResponse.Status
        var names: String

        init(_ label: String, _ request: WebRequest, _ status: HTTPResponse.Status, _ names: String) {
            (testDescription, self.request, self.status, self.names) = (label, request, status, names)
        }
    }

    private static let whole = "sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23"

    private static let many = (1...40).map { "&f\($0)=" }.joined()

    static let refused = [
        Refused("GET", form(whole + "&text=", method: .get), .badRequest, "POST"),
        Refused("PUT", form(whole + "&text=", method: .put), .badRequest, "POST"),
        Refused("JSON", json("{}"), .badRequest, "application/x-www-form-urlencoded"),
        Refused("no content type", form(whole + "&text=", type: nil), .badRequest, "Content-Type"),
        Refused(
            "another charset", form(whole + "&text=", type: "application/x-www-form-urlencoded; charset=ISO-8859-1"),
            .badRequest, "UTF-8"),
        Refused("nothing", form(""), .badRequest, "sessionId"),
        Refused("no session", form("phoneNumber=%2B237670000001&serviceCode=*123%23&text="), .badRequest, "sessionId"),
        Refused("an empty session", form("sessionId=&phoneNumber=%2B237670000001&serviceCode=*123%23&text="), .badRequest, "sessionId"),
        Refused("no number", form("sessionId=s&serviceCode=*123%23&text="), .badRequest, "phoneNumber"),
        Refused("a sender in letters", form("sessionId=s&phoneNumber=Orange&serviceCode=*123%23&text="), .badRequest, "phoneNumber"),
        Refused("a short code", form("sessionId=s&phoneNumber=8080&serviceCode=*123%23&text="), .badRequest, "phoneNumber"),
        Refused("no service code", form("sessionId=s&phoneNumber=%2B237670000001&text="), .badRequest, "serviceCode"),
        Refused("no text", form(whole), .badRequest, "text"),
        Refused("a field twice", form(whole + "&text=1&text=2"), .badRequest, "Field 5"),
        Refused("one of the first fields twice, with many between", form(whole + many + "&sessionId=s"), .badRequest, "Field 44"),
        Refused("one of many fields twice", form(whole + many + "&f30="), .badRequest, "Field 44"),
        Refused("half a percent", form(whole + "&text=%4"), .badRequest, "%"),
        Refused("a percent and no digits", form(whole + "&text=%zz"), .badRequest, "%"),
        Refused("invalid UTF-8", form(whole + "&text=%C3%28"), .badRequest, "UTF-8"),
        Refused("half a surrogate pair", form(whole + "&text=%ED%A0%BD"), .badRequest, "UTF-8"),
        Refused(
            "invalid UTF-8 as bare bytes",
            posted(Array((whole + "&text=").utf8) + [0xFF], type: "application/x-www-form-urlencoded", method: .post), .badRequest, "UTF-8"),
        Refused("NUL", form(whole + "&text=a%00b"), .badRequest, "NUL"),
        Refused("an unknown word", form("sessionId=s&status=Done"), .badRequest, "Success, Incomplete, Failed"),
        Refused("the end of no session", form("status=Success"), .badRequest, "sessionId"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: Refused) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("africas-talking-ussd", code: "*123#")))
        #expect(refusal.status == refused.status)
        #expect(refusal.sentence.contains(refused.names))
        #expect(refusal.sentence.hasSuffix("."))
    }

    @Test func `a refusal repeats nothing of what was sent`() throws {
        let request = form("sessionId=secret-s&phoneNumber=Village&serviceCode=secret-c&text=secret-t")
        let refusal = try #require(refusal(of: request, by: try gateway("africas-talking-ussd")))
        for word in ["secret", "Village"] { #expect(!refusal.sentence.contains(word)) }
    }

    struct Shared: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var code: String
        var serviceCode: String
        var text: String
        var expected: String

        init(_ label: String, _ code: String, _ serviceCode: String, _ text: String, _ expected: String) {
            (testDescription, self.code, self.serviceCode, self.text, self.expected) = (label, code, serviceCode, text, expected)
        }
    }

    static let shared = [
        Shared("the extension alone is a dial", "*237*45#", "*237#", "45", ""),
        Shared("an option behind it", "*237*45#", "*237#", "45*1", "1"),
        Shared("an empty answer behind it", "*237*45#", "*237#", "45*1*", "1*"),
        Shared("an extension of two parts", "*237*4*5#", "*237#", "4*5*1", "1"),
        Shared("a longer number is no extension", "*237*45#", "*237#", "451", "451"),
        Shared("the gateway cut it off already", "*237*45#", "*237*45#", "45", "45"),
        Shared("a code of our own", "*123#", "*123#", "1", "1"),
        Shared("another code", "*237*45#", "*999#", "45*1", "45*1"),
        Shared("a code that begins with a hash", "#237*45#", "#237#", "45*2", "2"),
    ]

    @Test(arguments: shared) func `a shared code's extension is cut off first`(_ shared: Shared) throws {
        let request = form(
            "sessionId=s&phoneNumber=237670000001&serviceCode=\(shared.serviceCode.replacing("#", with: "%23"))&text=\(shared.text)")
        #expect(
            try gateway("africas-talking-ussd", code: shared.code).read(request)
                == .message(
                    Inbound(
                        sender: awa, session: "s", text: .cumulative(shared.expected), stepKey: "s\0\(shared.expected)", network: nil)))
    }

    @Test(arguments: [
        ("Success", SessionEnd.Cause.finished), ("Incomplete", .dropped), ("Failed", .failed),
    ]) func `its end of a session is read`(status: String, cause: SessionEnd.Cause) throws {
        let request = form(
            """
            date=2026-11-24+23%3A59%3A17&sessionId=ATUid_1&serviceCode=*123%23&networkCode=62402&phoneNumber=%2B237670000001&status=\(status)\
            &cost=0&durationInMillis=21000&hopsCount=3&input=1*1&lastAppResponse=CON+Votre+nom+%3F&errorMessage=
            """)
        #expect(
            try gateway("africas-talking-ussd").read(request) == .sessionEnd(SessionEnd(sender: awa, session: "ATUid_1", cause: cause)))
    }

    @Test func `a number of another country is taken`() throws {
        let request = form("sessionId=s&phoneNumber=%2B33639980001&serviceCode=*123%23&text=")
        guard case .message(let inbound) = try gateway("africas-talking-ussd").read(request) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.sender.e164 == "+33639980001")
    }

    @Test func `its answers are to the byte`() throws {
        let gateway = try gateway("africas-talking-ussd")
        let inbound = Inbound(sender: awa, session: "s", text: .cumulative(""), stepKey: nil, network: nil)
        let head = "200\ntext/plain; charset=utf-8\n\n"
        #expect(wire(gateway.answer("Votre nom ?\n0 Retour", ends: false, to: inbound)) == head + "CON Votre nom ?\n0 Retour")
        #expect(wire(gateway.answer("Merci.", ends: true, to: inbound)) == head + "END Merci.")
        #expect(wire(gateway.unavailable("Merci de recomposer le code.")) == head + "END Merci de recomposer le code.")
        #expect(wire(gateway.acknowledgement) == head)
    }
}
