import Gateways
import HTTPTypes
import Testing

@Suite struct `USSD over HTTP refuses` {
    struct Refused: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var shape: @Sendable () throws -> HTTPUSSD.Shape
        var request: WebRequest
        var names: String

        init(_ label: String, _ shape: @escaping @Sendable () throws -> HTTPUSSD.Shape, _ request: WebRequest, _ names: String) {
            (testDescription, self.shape, self.request, self.names) = (label, shape, request, names)
        }
    }

    private static func nested(_ count: Int) -> String {
        String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }

    private static let laughs = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>
        <request id="x1"><msisdn>237670000001</msisdn><text>&lol2;</text></request>
        """

    static let refused = [
        Refused("query: POST", { try Shapes.flares() }, asked("SESSION_ID=x1&MSISDN=237670000001&INPUT=1", method: .post), "GET"),
        Refused("query: nothing", { try Shapes.flares() }, asked(""), "SESSION_ID"),
        Refused("query: no number", { try Shapes.flares() }, asked("SESSION_ID=x1&INPUT=1"), "MSISDN"),
        Refused("query: a sender in letters", { try Shapes.flares() }, asked("SESSION_ID=x1&MSISDN=Orange&INPUT=1"), "MSISDN"),
        Refused("query: no text", { try Shapes.flares() }, asked("SESSION_ID=x1&MSISDN=237670000001"), "INPUT"),
        Refused("query: a field twice", { try Shapes.flares() }, asked("SESSION_ID=x1&SESSION_ID=x2"), "Field 2"),
        Refused("query: invalid UTF-8", { try Shapes.flares() }, asked("SESSION_ID=x1&INPUT=%C3%28"), "UTF-8"),
        Refused("form: GET", { try Shapes.form() }, asked("s=x1&n=237670000001&t=1"), "POST"),
        Refused("form: JSON", { try Shapes.form() }, json("{}"), "application/x-www-form-urlencoded"),
        Refused("form: an empty session", { try Shapes.form() }, form("s=&n=237670000001&t=1"), "field s"),
        Refused("JSON: a form", { try Shapes.json() }, form("input=1"), "application/json"),
        Refused("JSON: half a value", { try Shapes.json() }, json(#"{"call":"#), "JSON"),
        Refused("JSON: a list where the fields should be", { try Shapes.json() }, json("[]"), "call.id"),
        Refused("JSON: a place behind the list's end", { try Shapes.json() }, json(#"{"call":{"id":"x1","parties":[]}}"#), "msisdn"),
        Refused("JSON: a field that holds others", { try Shapes.json() }, json(#"{"call":{"id":{}}}"#), "call.id"),
        Refused("JSON: NUL", { try Shapes.json() }, json(#"{"call":{"id":"\u0000"}}"#), "NUL"),
        Refused(
            "JSON: nested without end", { try Shapes.json() }, json(String(repeating: "[", count: 30_000)), "deeply"),
        Refused("XML: JSON", { try Shapes.xml() }, json("{}"), "application/xml"),
        Refused("XML: nothing", { try Shapes.xml() }, xml(""), "XML"),
        Refused("XML: half an element", { try Shapes.xml() }, xml("<request id='x1'>"), "XML"),
        Refused("XML: two roots", { try Shapes.xml() }, xml("<request id='x1'/><request id='x1'/>"), "XML"),
        Refused("XML: no number", { try Shapes.xml() }, xml("<request id='x1'><text>1</text></request>"), "request/msisdn"),
        Refused(
            "XML: a field twice", { try Shapes.xml() },
            xml("<request id='x1'><msisdn>237670000001</msisdn><msisdn>237670000002</msisdn><text>1</text></request>"), "twice"),
        Refused("XML: a billion laughs", { try Shapes.xml() }, xml(laughs), "document type"),
        Refused(
            "XML: somebody else's file", { try Shapes.xml() },
            xml("<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><request id='x1'><text>&f;</text></request>"), "document type"),
        Refused("XML: ends that do not fit", { try Shapes.xml() }, xml("<request id='x1'><text>1</request></text>"), "XML"),
        Refused("XML: an attribute twice", { try Shapes.xml() }, xml("<request id='x1' id='x2'/>"), "XML"),
        Refused("XML: a text beside the root", { try Shapes.xml() }, xml("<request id='x1'/>1"), "XML"),
        Refused(
            "XML: a document type in the middle", { try Shapes.xml() }, xml("<request id='x1'><!DOCTYPE r><text>1</text></request>"),
            "document type"),
        Refused("XML: NUL by its number", { try Shapes.xml() }, xml("<request id='x1'><text>&#0;</text></request>"), "NUL"),
        Refused("XML: an entity that is not known", { try Shapes.xml() }, xml("<request id='x1'><text>&lol;</text></request>"), "XML"),
        Refused(
            "XML: another charset", { try Shapes.xml() }, xml("<?xml version='1.0' encoding='UTF-7'?><request id='x1'/>"), "UTF-8"),
        Refused("XML: nested without end", { try Shapes.xml() }, xml(nested(9_000)), "deeply"),
        Refused(
            "XML: invalid UTF-8", { try Shapes.xml() }, posted([0x3C, 0xFF, 0x3E], type: "text/xml", method: .post), "UTF-8"),
    ]

    @Test(arguments: refused) func `what it could not have been sent, with a sentence`(_ refused: Refused) throws {
        let refusal = try #require(refusal(of: refused.request, by: try gateway(refused.shape())))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(refusal.sentence.hasSuffix("."))
        for word in ["670000001", "Orange", "x1"] { #expect(!refusal.sentence.contains(word)) }
    }
}
