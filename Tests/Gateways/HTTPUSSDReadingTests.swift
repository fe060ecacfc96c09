import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `USSD over HTTP, as configured` {
    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var shape: @Sendable () throws -> HTTPUSSD.Shape
        var request: WebRequest
        var text: Inbound.Text
        var stepKey: String?
        var network: String?

        init(
            _ label: String, _ shape: @escaping @Sendable () throws -> HTTPUSSD.Shape, _ request: WebRequest, _ text: Inbound.Text,
            stepKey: String? = nil, network: String? = nil
        ) {
            (testDescription, self.shape, self.request, self.text) = (label, shape, request, text)
            (self.stepKey, self.network) = (stepKey, network)
        }
    }

    private static let flares = "SESSION_ID=x1&MSISDN=237670000001&INPUT="
    private static let typed = "s=x1&n=237670000001&t="

    static let steps = [
        Step("query: the code begins", { try Shapes.flares() }, asked(flares + "123"), .begin(path: [])),
        Step("query: the code with its signs begins", { try Shapes.flares() }, asked(flares + "*123%23"), .begin(path: [])),
        Step("query: a dialled path", { try Shapes.flares() }, asked(flares + "123*2*1"), .begin(path: ["2", "1"])),
        Step("query: an answer", { try Shapes.flares() }, asked(flares + "1"), .last("1")),
        Step("query: a longer number is no code", { try Shapes.flares() }, asked(flares + "1234"), .last("1234")),
        Step("query: an empty answer", { try Shapes.flares() }, asked(flares), .last("")),
        Step("query: accents", { try Shapes.flares() }, asked(flares + "%C3%89milie+Ngo"), .last("Émilie Ngo")),
        Step("query: a type that is no end", { try Shapes.flares() }, asked(flares + "1&TYPE=2"), .last("1")),
        Step("query: a secret in the address", { try Shapes.flares() }, asked(flares + "1&key=k"), .last("1")),
        Step("form: an empty text begins", { try Shapes.form() }, form(typed), .begin(path: [])),
        Step("form: an answer, and a network", { try Shapes.form() }, form(typed + "1&op=MTN"), .last("1"), network: "MTN"),
        Step("form: a step of its own", { try Shapes.form(step: "q") }, form(typed + "1&q=4"), .last("1"), stepKey: "x1\u{0}4"),
        Step("form: an empty step is none", { try Shapes.form(step: "q") }, form(typed + "1&q="), .last("1")),
        Step(
            "form: a code that came with the request", { try Shapes.form(.textIsCode) }, form(typed + "*456*3%23&c=*456%23"),
            .begin(path: ["3"])),
        Step("cumulative: a dial", { try Shapes.form(typed: .cumulative) }, form(typed), .cumulative(""), stepKey: "x1\u{0}"),
        Step(
            "cumulative: all that was typed", { try Shapes.form(typed: .cumulative) }, form(typed + "1*2**Awa"), .cumulative("1*2**Awa"),
            stepKey: "x1\u{0}1*2**Awa"),
        Step(
            "cumulative: the code alone in front", { try Shapes.form(typed: .cumulative, .textIsCode) }, form(typed + "*123%23"),
            .cumulative(""), stepKey: "x1\u{0}"),
        Step(
            "cumulative: the code in front of answers", { try Shapes.form(typed: .cumulative, .textIsCode) },
            form(typed + "*123*1**Awa%23"),
            .cumulative("1**Awa"), stepKey: "x1\u{0}1**Awa"),
        Step(
            "cumulative: the code without its signs", { try Shapes.form(typed: .cumulative, .textIsCode) }, form(typed + "123*1*%230"),
            .cumulative("1*#0"), stepKey: "x1\u{0}1*#0"),
        Step(
            "cumulative: a step of its own", { try Shapes.form(typed: .cumulative, step: "q") }, form(typed + "1&q=2"), .cumulative("1"),
            stepKey: "x1\u{0}2"),
        Step(
            "JSON: a word begins, and the path is dialled", { try Shapes.json() },
            json(##"{"call":{"id":"x1","parties":[{"msisdn":237670000001}],"new":true,"step":1},"input":"*123*2#"}"##),
            .begin(path: ["2"]), stepKey: "x1\u{0}1"),
        Step(
            "JSON: a word begins, and no text is there", { try Shapes.json() },
            json(#"{"call":{"id":"x1","parties":[{"msisdn":"237670000001"}],"new":1}}"#), .begin(path: [])),
        Step(
            "JSON: an answer", { try Shapes.json() },
            json(#"{"call":{"id":"x1","parties":[{"msisdn":"237670000001"}],"new":false},"input":"1","event":"step"}"#), .last("1")),
        Step(
            "JSON: null is an empty answer", { try Shapes.json() },
            json(#"{"call":{"id":"x1","parties":[{"msisdn":"237670000001"}]},"input":null}"#), .last("")),
        Step(
            "XML: a word begins", { try Shapes.xml() },
            xml(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <request id="x1"><type>begin</type>
                  <msisdn> 237670000001 </msisdn><text>*123*2#</text></request>
                """), .begin(path: ["2"])),
        Step(
            "XML: an answer with references", { try Shapes.xml() },
            xml("<request id='x1'><type>next</type><msisdn>237670000001</msisdn><text>&#201;milie &amp; Awa</text></request>"),
            .last("Émilie & Awa")),
        Step(
            "XML: an answer in CDATA", { try Shapes.xml() },
            xml("<request id='x1'><msisdn>237670000001</msisdn><text><![CDATA[<Awa>]]></text></request>", type: "application/xml"),
            .last("<Awa>")),
        Step(
            "XML: an empty answer", { try Shapes.xml() }, xml("<request id='x1'><msisdn>237670000001</msisdn><text/></request>"), .last("")),
        Step(
            "XML: names with a prefix", { try Shapes.xml() },
            xml("<u:request xmlns:u='urn:u' id='x1'><u:msisdn>237670000001</u:msisdn><u:text>1</u:text></u:request>"), .last("1")),
    ]

    @Test(arguments: steps) func `a step is read`(_ step: Step) throws {
        #expect(
            try gateway(step.shape()).read(step.request)
                == .message(Inbound(sender: awa, session: "x1", text: step.text, stepKey: step.stepKey, network: step.network)))
    }

    struct End: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var shape: @Sendable () throws -> HTTPUSSD.Shape
        var request: WebRequest
        var sender: PhoneNumber?

        init(_ label: String, _ shape: @escaping @Sendable () throws -> HTTPUSSD.Shape, _ request: WebRequest, _ sender: PhoneNumber?) {
            (testDescription, self.shape, self.request, self.sender) = (label, shape, request, sender)
        }
    }

    static let ends = [
        End("query: a word", { try Shapes.flares() }, asked("SESSION_ID=x1&MSISDN=237670000001&TYPE=3"), awa),
        End("query: another word, no number", { try Shapes.flares() }, asked("SESSION_ID=x1&MSISDN=&TYPE=4"), nil),
        End("JSON", { try Shapes.json() }, json(#"{"call":{"id":"x1"},"event":"end"}"#), nil),
        End("XML", { try Shapes.xml() }, xml("<request id='x1'><type>end</type><msisdn>237670000001</msisdn></request>"), awa),
    ]

    @Test(arguments: ends) func `an end of a session is read`(_ end: End) throws {
        #expect(
            try gateway(end.shape()).read(end.request) == .sessionEnd(SessionEnd(sender: end.sender, session: "x1", cause: .dropped)))
    }

    @Test func `without a description a form is read and answered with CON and END`() throws {
        let gateway = try gateway("http-ussd")
        #expect(
            try gateway.read(form("session=x1&number=237670000001&text=1"))
                == .message(Inbound(sender: awa, session: "x1", text: .last("1"), stepKey: nil, network: nil)))
        #expect(wire(gateway.unavailable("Merci.")).hasSuffix("\n\nEND Merci."))
    }
}
