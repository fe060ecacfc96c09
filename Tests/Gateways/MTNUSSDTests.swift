import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `MTN, USSD` {
    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var members: String
        var text: Inbound.Text

        init(_ label: String, _ members: String, _ text: Inbound.Text) {
            (testDescription, self.members, self.text) = (label, members, text)
        }
    }

    static let steps = [
        Step("a dial", ##""messageType":"0","ussdString":"*123#""##, .begin(path: [])),
        Step("a dialled path", ##""messageType":"0","ussdString":"*123*2*1#""##, .begin(path: ["2", "1"])),
        Step(
            "a dial of another code that leads here", ##""messageType":"0","serviceCode":"*456#","ussdString":"*456*3#""##,
            .begin(path: ["3"])),
        Step("a dial of a code that is not known", ##""messageType":"0","ussdString":"*999*3#""##, .begin(path: [])),
        Step("a dial without words", #""messageType":"0""#, .begin(path: [])),
        Step("a dial with null for words", #""messageType":"0","ussdString":null"#, .begin(path: [])),
        Step("a type that is a number", ##""messageType":0,"ussdString":"*123#""##, .begin(path: [])),
        Step("an answer", #""messageType":"1","ussdString":"1""#, .last("1")),
        Step("an answer and a type that are numbers", #""messageType":1,"ussdString":12"#, .last("12")),
        Step("an empty answer", #""messageType":"1","ussdString":"""#, .last("")),
        Step("an answer that is null", #""messageType":"1","ussdString":null"#, .last("")),
        Step("a name with a star in it", #""messageType":"1","ussdString":"*Awa*Ngo""#, .last("*Awa*Ngo")),
        Step("accents and Arabic", #""messageType":"1","ussdString":"\u00c9milie نعم""#, .last("Émilie نعم")),
        Step(
            "where the person is and which card they hold",
            #""messageType":"1","ussdString":"1","cellId":"62401","imsi":"624010000000000","language":"fr""#,
            .last("1")),
    ]

    @Test(arguments: steps) func `a step is read`(_ step: Step) throws {
        let request = json(#"{"sessionId":"m1","msisdn":"237670000001",\#(step.members)}"#)
        #expect(
            try gateway("mtn-ussd", code: "*123#").read(request)
                == .message(Inbound(sender: awa, session: "m1", text: step.text, stepKey: nil, network: "mtn")))
    }

    struct Number: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var msisdn: String
        var expected: String

        init(_ label: String, _ msisdn: String, _ expected: String) {
            (testDescription, self.msisdn, self.expected) = (label, msisdn, expected)
        }
    }

    static let numbers = [
        Number("without a plus", #""237670000001""#, "+237670000001"),
        Number("as a number", "237670000001", "+237670000001"),
        Number("with a plus", #""+237670000001""#, "+237670000001"),
        Number("with two noughts", #""00237670000001""#, "+237670000001"),
        Number("of the country alone", #""670000001""#, "+237670000001"),
        Number("of another country", #""33639980001""#, "+33639980001"),
    ]

    @Test(arguments: numbers) func `the number is read however it is written`(_ number: Number) throws {
        let request = json(#"{"sessionId":"m1","messageType":"1","ussdString":"1","msisdn":\#(number.msisdn)}"#)
        guard case .message(let inbound) = try gateway("mtn-ussd").read(request) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.sender.e164 == number.expected)
    }

    @Test func `without a code of its own a channel takes the one that was dialled`() throws {
        let request = json(##"{"sessionId":"m1","messageType":"0","ussdString":"*456*3#","serviceCode":"*456#","msisdn":"237670000001"}"##)
        #expect(
            try gateway("mtn-ussd").read(request)
                == .message(Inbound(sender: awa, session: "m1", text: .begin(path: ["3"]), stepKey: nil, network: "mtn")))
    }

    @Test(arguments: [
        (#""2""#, SessionEnd.Cause.finished), ("2", .finished), (#""3""#, .finished), (#""4""#, .dropped), ("4", .dropped),
        (#""5""#, .dropped),
    ]) func `its end of a session is read`(type: String, cause: SessionEnd.Cause) throws {
        let gateway = try gateway("mtn-ussd")
        let request = json(#"{"sessionId":"m1","messageType":\#(type),"msisdn":"237670000001","ussdString":""}"#)
        #expect(try gateway.read(request) == .sessionEnd(SessionEnd(sender: awa, session: "m1", cause: cause)))
        let nobody = json(#"{"sessionId":"m1","messageType":\#(type)}"#)
        #expect(try gateway.read(nobody) == .sessionEnd(SessionEnd(sender: nil, session: "m1", cause: cause)))
    }

    static let refused = [
        RefusedRequest("a form", form("sessionId=m1"), "application/json"),
        RefusedRequest("GET", posted([], type: "application/json", method: .get), "POST"),
        RefusedRequest("nothing", json(""), "JSON"),
        RefusedRequest("a list", json("[]"), "JSON"),
        RefusedRequest("invalid UTF-8", posted([0x7B, 0xFF, 0x7D], type: "application/json", method: .post), "UTF-8"),
        RefusedRequest("no type", json(#"{"sessionId":"m1","msisdn":"237670000001","ussdString":"1"}"#), "messageType"),
        RefusedRequest("an unknown type", json(#"{"sessionId":"m1","messageType":"6"}"#), "0, 1, 2, 3, 4, 5"),
        RefusedRequest("a type that is no whole number", json(#"{"sessionId":"m1","messageType":1.5}"#), "0, 1, 2, 3, 4, 5"),
        RefusedRequest("a type that is true", json(#"{"sessionId":"m1","messageType":true}"#), "messageType"),
        RefusedRequest("no session", json(#"{"messageType":"1","msisdn":"237670000001","ussdString":"1"}"#), "sessionId"),
        RefusedRequest("an empty session", json(#"{"sessionId":"","messageType":"2"}"#), "sessionId"),
        RefusedRequest("no number", json(#"{"sessionId":"m1","messageType":"1","ussdString":"1"}"#), "msisdn"),
        RefusedRequest("a sender in letters", json(#"{"sessionId":"m1","messageType":"1","ussdString":"1","msisdn":"Orange"}"#), "msisdn"),
        RefusedRequest("a short code", json(#"{"sessionId":"m1","messageType":"1","ussdString":"1","msisdn":8080}"#), "msisdn"),
        RefusedRequest("no answer", json(#"{"sessionId":"m1","messageType":"1","msisdn":"237670000001"}"#), "ussdString"),
        RefusedRequest(
            "an answer that is a list", json(#"{"sessionId":"m1","messageType":"1","msisdn":"237670000001","ussdString":[]}"#), "ussdString"
        ),
        RefusedRequest("NUL", json(#"{"sessionId":"m1","messageType":"1","msisdn":"237670000001","ussdString":"a\u0000"}"#), "NUL"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("mtn-ussd", code: "*123#")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(refusal.sentence.hasSuffix("."))
    }

    @Test func `its answers are to the byte`() throws {
        let gateway = try gateway("mtn-ussd", code: "*123#")
        let inbound = Inbound(sender: awa, session: "m1", text: .last("Awa"), stepKey: nil, network: nil)
        let head = "200\napplication/json\n\n" + #"{"statusCode":"0000","statusMessage":"Success","#
        let who = ##","serviceCode":"*123#","msisdn":"237670000001"},"_link":{}}"##
        #expect(
            wire(gateway.answer("Le \"nom\" ?\n0 Retour", ends: false, to: inbound))
                == head
                + #""transactionId":"m1","data":{"inboundResponse":"Le \"nom\" ?\n0 Retour","userInputRequired":true,"messageType":1"# + who
        )
        #expect(
            wire(gateway.answer("Merci.", ends: true, to: inbound))
                == head + #""transactionId":"m1","data":{"inboundResponse":"Merci.","userInputRequired":false,"messageType":2"# + who)
        #expect(
            wire(gateway.unavailable("Merci de recomposer le code."))
                == head
                + #""data":{"inboundResponse":"Merci de recomposer le code.","userInputRequired":false,"messageType":2},"_link":{}}"#)
        #expect(wire(gateway.acknowledgement) == head + #""data":{},"_link":{}}"#)
    }
}
