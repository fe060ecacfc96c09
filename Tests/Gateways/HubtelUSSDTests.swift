import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Hubtel, USSD` {
    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var members: String
        var text: Inbound.Text
        var stepKey: String?
        var network: String?

        init(_ label: String, _ members: String, _ text: Inbound.Text, stepKey: String? = nil, network: String? = nil) {
            (testDescription, self.members, self.text, self.stepKey, self.network) = (label, members, text, stepKey, network)
        }
    }

    static let steps = [
        Step(
            "a dial", ##""Type":"Initiation","Message":"*123#","Sequence":1,"Operator":"MTN""##, .begin(path: []), stepKey: "h1\u{0}1",
            network: "mtn"),
        Step("a dial in small letters", ##""Type":"initiation","Message":"*123#""##, .begin(path: [])),
        Step("a dialled path", ##""Type":"Initiation","Message":"*123*2*1#""##, .begin(path: ["2", "1"])),
        Step(
            "a dial of another code that leads here", ##""Type":"Initiation","Message":"*711*2*4#","ServiceCode":"711*2""##,
            .begin(path: ["4"])),
        Step("the code by its other name", ##""Type":"Initiation","Message":"*711*2*4#","serviceCode":"711*2""##, .begin(path: ["4"])),
        Step(
            "a dial without words, as from its app", #""Type":"initiation","Message":"","Sequence":"1""#, .begin(path: []),
            stepKey: "h1\u{0}1"),
        Step("an answer", #""Type":"Response","Message":"1","Sequence":2"#, .last("1"), stepKey: "h1\u{0}2"),
        Step("an answer and its place as texts", #""Type":"response","Message":"1","Sequence":"2""#, .last("1"), stepKey: "h1\u{0}2"),
        Step("an answer in capitals", #""Type":"RESPONSE","Message":"1""#, .last("1")),
        Step("an empty answer", #""Type":"Response","Message":"","Sequence":3"#, .last(""), stepKey: "h1\u{0}3"),
        Step("an answer that is null", #""Type":"Response","Message":null,"Sequence":3"#, .last(""), stepKey: "h1\u{0}3"),
        Step("a name with a star in it", #""Type":"Response","Message":"Awa*Ngo""#, .last("Awa*Ngo")),
        Step("its older requests have no place", #""Type":"Response","Message":"1","Sequence":null"#, .last("1")),
        Step("an empty operator", #""Type":"Response","Message":"1","Operator":"""#, .last("1")),
        Step("what it was handed before", #""Type":"Response","Message":"1","ClientState":"x""#, .last("1")),
    ]

    @Test(arguments: steps) func `a step is read`(_ step: Step) throws {
        let request = json(#"{"SessionId":"h1","Mobile":"237670000001",\#(step.members)}"#)
        #expect(
            try gateway("hubtel-ussd", code: "*123#").read(request)
                == .message(Inbound(sender: awa, session: "h1", text: step.text, stepKey: step.stepKey, network: step.network)))
    }

    @Test(arguments: ["Release", "release", "Timeout", "timeout"]) func `its end of a session is read`(type: String) throws {
        let gateway = try gateway("hubtel-ussd")
        let request = json(#"{"SessionId":"h1","Type":"\#(type)","Mobile":"237670000001","Message":"","Sequence":4}"#)
        #expect(try gateway.read(request) == .sessionEnd(SessionEnd(sender: awa, session: "h1", cause: .dropped)))
        let nobody = json(#"{"SessionId":"h1","Type":"\#(type)"}"#)
        #expect(try gateway.read(nobody) == .sessionEnd(SessionEnd(sender: nil, session: "h1", cause: .dropped)))
    }

    static let refused = [
        RefusedRequest("a form", form("SessionId=h1"), "application/json"),
        RefusedRequest("GET", posted([], type: "application/json", method: .get), "POST"),
        RefusedRequest("nothing", json(""), "JSON"),
        RefusedRequest("half an object", json(#"{"Type":"#), "JSON"),
        RefusedRequest("no type", json(#"{"SessionId":"h1","Mobile":"237670000001"}"#), "Type"),
        RefusedRequest("an unknown type", json(#"{"SessionId":"h1","Type":"AddToCart"}"#), "Initiation, Response, Release, Timeout"),
        RefusedRequest("no session", json(#"{"Type":"Response","Mobile":"237670000001","Message":"1"}"#), "SessionId"),
        RefusedRequest("an empty session", json(#"{"Type":"Release","SessionId":""}"#), "SessionId"),
        RefusedRequest("no number", json(#"{"Type":"Response","SessionId":"h1","Message":"1"}"#), "Mobile"),
        RefusedRequest("a sender in letters", json(#"{"Type":"Response","SessionId":"h1","Message":"1","Mobile":"Orange"}"#), "Mobile"),
        RefusedRequest("no answer", json(#"{"Type":"Response","SessionId":"h1","Mobile":"237670000001"}"#), "Message"),
        RefusedRequest(
            "a place that is a list", json(#"{"Type":"Response","SessionId":"h1","Mobile":"237670000001","Message":"1","Sequence":[]}"#),
            "Sequence"),
        RefusedRequest("NUL", json(#"{"Type":"Response","SessionId":"h1","Mobile":"237670000001","Message":"\u0000"}"#), "NUL"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("hubtel-ussd", code: "*123#")))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(refusal.sentence.hasSuffix("."))
    }

    @Test func `its answers are to the byte`() throws {
        let gateway = try gateway("hubtel-ussd")
        let inbound = Inbound(sender: awa, session: "h1", text: .last("1"), stepKey: nil, network: nil)
        let head = "200\napplication/json\n\n"
        #expect(
            wire(gateway.answer("Le \"nom\" ?\n0 Retour", ends: false, to: inbound))
                == head + #"{"Type":"Response","Message":"Le \"nom\" ?\n0 Retour","ClientState":""}"#)
        #expect(
            wire(gateway.answer("Merci.", ends: true, to: inbound)) == head + #"{"Type":"Release","Message":"Merci.","ClientState":""}"#)
        #expect(
            wire(gateway.unavailable("Merci de recomposer le code."))
                == head + #"{"Type":"Release","Message":"Merci de recomposer le code.","ClientState":""}"#)
        #expect(wire(gateway.acknowledgement) == head + #"{"Type":"Release","Message":"","ClientState":""}"#)
    }
}
