import Gateways
import HTTPTypes
import Testing

@Suite struct `USSD over HTTP answers` {
    private static let inbound = Inbound(sender: awa, session: "x<1>", text: .last("1"), stepKey: nil, network: nil)

    @Test func `with a header that says whether the session goes on`() throws {
        let gateway = try gateway(Shapes.flares())
        let name = try #require(HTTPField.Name("Freeflow"))
        let more = gateway.answer("Votre nom ?", ends: false, to: Self.inbound)
        #expect(wire(more) == "200\ntext/plain; charset=utf-8\n\nVotre nom ?")
        #expect(more.headers == [name: "FC"])
        #expect(gateway.answer("Merci.", ends: true, to: Self.inbound).headers == [name: "FB"])
        #expect(gateway.unavailable("Merci de recomposer le code.").headers == [name: "FB"])
        #expect(wire(gateway.acknowledgement) == "200\ntext/plain; charset=utf-8\n\nOK")
    }

    @Test func `with a word in front`() throws {
        let gateway = try gateway(Shapes.form())
        #expect(wire(gateway.answer("Votre nom ?\n0 Retour", ends: false, to: Self.inbound)).hasSuffix("\n\nCON Votre nom ?\n0 Retour"))
        #expect(wire(gateway.answer("Merci.", ends: true, to: Self.inbound)).hasSuffix("\n\nEND Merci."))
        #expect(wire(gateway.acknowledgement).hasSuffix("\n\n"))
    }

    @Test func `in JSON, where no screen leaves its quotes`() throws {
        let gateway = try gateway(Shapes.json())
        let head = "200\napplication/json\n\n"
        #expect(
            wire(gateway.answer("Le \"nom\" ?\n{{session}}", ends: false, to: Self.inbound))
                == head + #"{"id":"x<1>","to":"237670000001","say":"Le \"nom\" ?\n{{session}}","open":true}"#)
        #expect(wire(gateway.unavailable("Merci.")) == head + #"{"id":"","to":"","say":"Merci.","open":false}"#)
        #expect(wire(gateway.acknowledgement) == head + "{}")
    }

    @Test func `in XML, where no screen opens an element`() throws {
        let gateway = try gateway(Shapes.xml())
        let head = "200\ntext/xml; charset=utf-8\n\n"
        #expect(
            wire(gateway.answer("<b> & \"c\"\u{7}\n1 Oui", ends: true, to: Self.inbound))
                == head
                + #"<response id="x&lt;1&gt;"><to>+237670000001</to><text>&lt;b&gt; &amp; &quot;c&quot;"# + "\n"
                + "1 Oui</text><last>1</last></response>")
        #expect(wire(gateway.acknowledgement) == head + "<ok/>")
    }

    @Test func `in a form, where no screen begins another field`() throws {
        var shape = try Shapes.form()
        shape.answer = try Shapes.answer(.form, "code={{ code }}&text={{text}}&last={{end}}", last: "1", more: "0")
        #expect(
            wire(try gateway(shape).answer("a&b=é", ends: false, to: Self.inbound))
                == "200\napplication/x-www-form-urlencoded\n\ncode=%2A123%23&text=a%26b%3D%C3%A9&last=0")
    }

    @Test func `a place that is not known is named`() {
        #expect(throws: HTTPUSSD.Template.UnknownPlace(name: "txt")) { try HTTPUSSD.Template(parsing: "a {{txt}}") }
    }

    @Test func `braces that are not closed are letters`() throws {
        #expect(try HTTPUSSD.Template(parsing: "{{text}} {{").pieces == [.text, .literal(" {{")])
    }

    struct Sample: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var type: HTTPUSSD.AnswerType
        var body: String
        var isReadable: Bool

        init(_ label: String, _ type: HTTPUSSD.AnswerType, _ body: String, _ isReadable: Bool) {
            (testDescription, self.type, self.body, self.isReadable) = (label, type, body, isReadable)
        }
    }

    static let samples = [
        Sample("JSON with its quotes", .json, #"{"t":"{{text}}","e":{{end}}}"#, true),
        Sample("JSON without quotes around the screen", .json, #"{"t":{{text}},"e":{{end}}}"#, false),
        Sample("JSON that is not closed", .json, #"{"t":"{{text}}","e":{{end}}"#, false),
        Sample("XML", .xml, "<r><t>{{text}}</t><e>{{end}}</e></r>", true),
        Sample("XML that is not closed", .textXML, "<r><t>{{text}}</t>{{end}}", false),
        Sample("plain text is always well", .plain, "{{end}} {{text}} }", true),
    ]

    @Test(arguments: samples) func `a body that spoils its type is seen beforehand`(_ sample: Sample) throws {
        let answer = try Shapes.answer(sample.type, sample.body, last: "false", more: "true")
        #expect((answer.unreadable == nil) == sample.isReadable)
    }
}
