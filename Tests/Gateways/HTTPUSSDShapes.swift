import Gateways
import HTTPTypes
import Testing

/// Descriptions of gateways as a configuration would give them.
enum Shapes {
    /// Comviva Flares: everything in the address, the first text is the code, and a header says whether the session goes on.
    static func flares() throws -> HTTPUSSD.Shape {
        HTTPUSSD.Shape(
            request: HTTPUSSD.Request(source: .query, session: "SESSION_ID", number: "MSISDN", text: "INPUT", typed: .last),
            beginning: .textIsCode, ending: HTTPUSSD.Ending(field: "TYPE", words: ["3", "4"], answer: "OK"),
            answer: try answer(.plain, "{{text}}", header: "Freeflow", last: "FB", more: "FC"))
    }

    static func form(
        typed: HTTPUSSD.Typed = .last, _ beginning: HTTPUSSD.Beginning = .textIsEmpty, step: String? = nil
    ) throws -> HTTPUSSD.Shape {
        HTTPUSSD.Shape(
            request: HTTPUSSD.Request(
                source: .form, session: "s", number: "n", text: "t", typed: typed, code: "c", network: "op", step: step),
            beginning: beginning, ending: nil, answer: try answer(.plain, "{{end}}{{text}}", last: "END ", more: "CON "))
    }

    static func json() throws -> HTTPUSSD.Shape {
        HTTPUSSD.Shape(
            request: HTTPUSSD.Request(
                source: .json, session: "call.id", number: "call.parties.0.msisdn", text: "input", typed: .last, step: "call.step"),
            beginning: .word(in: "call.new", oneOf: ["true", "1"]), ending: HTTPUSSD.Ending(field: "event", words: ["end"], answer: "{}"),
            answer: try answer(
                .json, #"{"id":"{{session}}","to":"{{digits}}","say":"{{text}}","open":{{end}}}"#, last: "false", more: "true"))
    }

    static func xml() throws -> HTTPUSSD.Shape {
        HTTPUSSD.Shape(
            request: HTTPUSSD.Request(
                source: .xml, session: "request/@id", number: "request/msisdn", text: "request/text", typed: .last),
            beginning: .word(in: "request/type", oneOf: ["begin"]),
            ending: HTTPUSSD.Ending(field: "request/type", words: ["end"], answer: "<ok/>"),
            answer: try answer(
                .textXML, #"<response id="{{session}}"><to>{{number}}</to><text>{{text}}</text><last>{{end}}</last></response>"#, last: "1",
                more: "0"))
    }

    static func answer(
        _ type: HTTPUSSD.AnswerType, _ body: String, header: String? = nil, last: String, more: String
    ) throws -> HTTPUSSD.Answer {
        HTTPUSSD.Answer(
            type: type, body: try HTTPUSSD.Template(parsing: body),
            end: HTTPUSSD.EndMark(header: try header.map { try #require(HTTPField.Name($0)) }, last: last, more: more))
    }
}

func gateway(_ shape: HTTPUSSD.Shape, code: String? = "*123#") throws -> any Gateway {
    let kind = try #require(Catalogue.kind(named: "http-ussd"))
    return kind.make(GatewaySettings(country: cameroon, code: code, shape: .ussd(shape)))
}

func asked(_ query: String, method: HTTPRequest.Method = .get) -> WebRequest {
    WebRequest(method: method, query: query, headers: [:], body: [])
}

func xml(_ body: String, type: String = "text/xml; charset=utf-8") -> WebRequest { posted(Array(body.utf8), type: type, method: .post) }
