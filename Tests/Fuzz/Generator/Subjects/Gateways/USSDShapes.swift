import Gateways
import HTTPTypes

/// A gateway that a configuration describes, and what it sends.
struct DescribedLine: Sendable {
    var name: String
    var settings: GatewaySettings
    var seeds: [String]
}

/// Every source of fields, every way to begin.
enum USSDShapes {
    static let all: [DescribedLine] = [
        line(
            .query, session: "SESSION_ID", number: "MSISDN", text: "INPUT", .textIsCode, end: "TYPE", .plain, "{{text}}",
            header: "Freeflow",
            seeds: ["GET SESSION_ID=x1&MSISDN=237670000001&INPUT=*123*2*1%23\n\n", "GET SESSION_ID=x1&MSISDN=237670000001&TYPE=3\n\n"]),
        line(
            .form, session: "s", number: "n", text: "t", .textIsEmpty, typed: .cumulative, step: "step", .form,
            "text={{text}}&last={{end}}",
            seeds: [
                GatewaySeeds.form("s=x1&n=237670000001&t=1*2*Awa&step=4&c=*123%23&op=mtn"), GatewaySeeds.form("s=x1&n=237670000001&t="),
            ]),
        line(
            .json, session: "call.id", number: "call.parties.0.msisdn", text: "input", .word(in: "call.new", oneOf: ["true", "1"]),
            end: "event",
            .json, #"{"id":"{{session}}","to":"{{digits}}","say":"{{text}}","open":"{{end}}"}"#,
            seeds: [
                GatewaySeeds.json(##"{"call":{"id":"x1","parties":[{"msisdn":237670000001}],"new":true,"step":1},"input":"*123*2#"}"##),
                GatewaySeeds.json(#"{"call":{"id":"x1"},"event":"end"}"#),
            ]),
        line(
            .xml, session: "request/@id", number: "request/msisdn", text: "request/text", .word(in: "request/type", oneOf: ["begin"]),
            end: "request/type", .textXML, #"<r id="{{session}}"><to>{{number}}</to><text>{{text}}</text><last>{{end}}</last></r>"#,
            seeds: [
                GatewaySeeds.xml(
                    #"<?xml version="1.0" encoding="UTF-8"?><request id="x&amp;1"><msisdn>237670000001</msisdn><type>begin</type><text><![CDATA[*123#]]></text></request>"#
                ),
                GatewaySeeds.xml(
                    "<a:request xmlns:a='u' id='x1'><msisdn>237670000001</msisdn><!-- c --><text>&#201;milie</text></a:request>"),
            ]),
    ]

    private static func line(
        _ source: HTTPUSSD.Source, session: String, number: String, text: String, _ beginning: HTTPUSSD.Beginning,
        typed: HTTPUSSD.Typed = .last, step: String? = nil, end: String? = nil, _ type: HTTPUSSD.AnswerType, _ body: String,
        header: String? = nil, seeds: [String]
    ) -> DescribedLine {
        let template = templated(body)
        let shape = HTTPUSSD.Shape(
            request: HTTPUSSD.Request(
                source: source, session: session, number: number, text: text, typed: typed, network: "op", step: step),
            beginning: beginning, ending: end.map { HTTPUSSD.Ending(field: $0, words: ["3", "end"], answer: type == .json ? "{}" : "OK") },
            answer: HTTPUSSD.Answer(
                type: type, body: template, end: HTTPUSSD.EndMark(header: header.flatMap { HTTPField.Name($0) }, last: "END", more: "CON")))
        return DescribedLine(
            name: "http-ussd \(source)", settings: GatewaySettings(country: Subjects.cameroon, code: "*123#", shape: .ussd(shape)),
            seeds: seeds)
    }

    private static func templated(_ body: String) -> HTTPUSSD.Template {
        do {
            return try HTTPUSSD.Template(parsing: body)
        } catch {
            preconditionFailure("no place {{\(error.name)}}")
        }
    }
}
