import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `the phone on the screen` {
    struct Message: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var text: Inbound.Text
        var stepKey: String?

        init(_ label: String, _ body: String, _ text: Inbound.Text, stepKey: String? = nil) {
            (testDescription, self.body, self.text, self.stepKey) = (label, body, text, stepKey)
        }
    }

    static let messages = [
        Message("without a text it dials", "", .begin(path: [])),
        Message("null is no text", #","text":null"#, .begin(path: [])),
        Message("an answer", #","text":"1""#, .last("1")),
        Message("an empty answer is an answer", #","text":"""#, .last("")),
        Message("escapes", #","text":"\u00c9milie \ud83d\ude00\n""#, .last("Émilie 😀\n")),
        Message("a step of its own", #","text":"1","step":2"#, .last("1"), stepKey: "a1\u{0}2"),
        Message("a dialled code", ##","code":"*123#""##, .begin(path: [])),
        Message("a dialled path", ##","code":"*123*2*1#""##, .begin(path: ["2", "1"])),
        Message("it does not hang up", #","text":"1","hang-up":false"#, .last("1")),
        Message("members that are not known", #","text":"1","model":{"a":[1,2]}"#, .last("1")),
    ]

    @Test(arguments: messages) func `a message is read`(_ message: Message) throws {
        let request = json(#"{"number":"6 70 00 00 01","session":"a1"\#(message.body)}"#)
        #expect(
            try gateway("phone", code: "*123#").read(request)
                == .message(Inbound(sender: awa, session: "a1", text: message.text, stepKey: message.stepKey, network: nil)))
    }

    @Test(arguments: [#""hang-up":true"#, #""hangUp":true"#, #""hang-up":true,"text":"1""#])
    func `it hangs up`(member: String) throws {
        let request = json(#"{"number":"+237670000001","session":"a1",\#(member)}"#)
        #expect(try gateway("phone").read(request) == .sessionEnd(SessionEnd(sender: awa, session: "a1", cause: .dropped)))
    }

    @Test(arguments: ["JOIN", "", "Je m'appelle Émilie\n😀"]) func `an SMS is read, an empty one too`(words: String) throws {
        let escaped = words.replacing("\n", with: "\\n")
        let request = json(#"{"number":"6 70 00 00 01","sms":"\#(escaped)","id":"m1"}"#)
        #expect(
            try gateway("phone", code: "*123#").read(request)
                == .message(Inbound(sender: awa, session: "m1", text: .message(words), stepKey: "m1", network: nil)))
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var status: HTTPResponse.Status
        var names: String

        init(_ label: String, _ request: WebRequest, _ names: String, _ status: HTTPResponse.Status = .badRequest) {
            (testDescription, self.request, self.status, self.names) = (label, request, status, names)
        }
    }

    static let refused = [
        Refused("a form", form("number=1"), "application/json", .badRequest),
        Refused("GET", posted([], type: "application/json", method: .get), "POST", .badRequest),
        Refused("nothing", json(""), "JSON"),
        Refused("a list", json("[]"), "JSON"),
        Refused("half an object", json(#"{"number":"#), "JSON"),
        Refused("invalid UTF-8", posted([0x7B, 0xFF, 0x7D], type: "application/json", method: .post), "UTF-8"),
        Refused("no number", json(#"{"session":"a1"}"#), "number"),
        Refused("a number that is a number", json(#"{"number":237670000001,"session":"a1"}"#), "number"),
        Refused("a sender in letters", json(#"{"number":"Orange","session":"a1"}"#), "number"),
        Refused("no session", json(#"{"number":"+237670000001"}"#), "session"),
        Refused("an empty session", json(#"{"number":"+237670000001","session":""}"#), "session"),
        Refused("a text that is a number", json(#"{"number":"+237670000001","session":"a1","text":1}"#), "text"),
        Refused("a text that is a list", json(#"{"number":"+237670000001","session":"a1","text":["1"]}"#), "text"),
        Refused("NUL", json(#"{"number":"+237670000001","session":"a1","text":"\u0000"}"#), "NUL"),
        Refused("a step that is no number", json(#"{"number":"+237670000001","session":"a1","step":"2"}"#), "step"),
        Refused("a step that is no whole number", json(#"{"number":"+237670000001","session":"a1","step":1.5}"#), "step"),
        Refused("a hang-up that is a text", json(#"{"number":"+237670000001","session":"a1","hang-up":"yes"}"#), "hang-up"),
        Refused("an SMS that is a number", json(#"{"number":"+237670000001","sms":1,"id":"m1"}"#), "sms"),
        Refused("an SMS without what tells it from the next", json(#"{"number":"+237670000001","sms":"JOIN"}"#), "id"),
        Refused("an SMS with an empty id", json(#"{"number":"+237670000001","sms":"JOIN","id":""}"#), "id"),
        Refused("an SMS inside a session", json(#"{"number":"+237670000001","sms":"JOIN","id":"m1","session":"a1"}"#), "session"),
        Refused("another code", json(##"{"number":"+237670000001","session":"a1","code":"*999#"}"##), "*123#"),
    ]

    @Test(arguments: refused) func `what is no message is refused with a sentence`(_ refused: Refused) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway("phone", code: "*123#")))
        #expect(refusal.status == refused.status)
        #expect(refusal.sentence.contains(refused.names))
    }

    @Test func `its answers are to the byte`() throws {
        let gateway = try gateway("phone")
        let inbound = Inbound(sender: awa, session: "a1", text: .begin(path: []), stepKey: nil, network: nil)
        let head = "200\napplication/json\n\n"
        #expect(
            wire(gateway.answer("Le \"nom\" ?\n\\ \u{7}é", ends: false, to: inbound))
                == head + #"{"text":"Le \"nom\" ?\n\\ \u0007é","ends":false}"# + "\n")
        #expect(wire(gateway.answer("Merci.", ends: true, to: inbound)) == head + #"{"text":"Merci.","ends":true}"# + "\n")
        #expect(wire(gateway.unavailable("Réessayez.")) == head + #"{"text":"Réessayez.","ends":true}"# + "\n")
        #expect(wire(gateway.acknowledgement) == head + #"{"text":"","ends":true}"# + "\n")
    }
}
