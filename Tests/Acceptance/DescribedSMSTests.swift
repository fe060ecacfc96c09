import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `An SMS gateway that the configuration describes` {
        private static let phone = "phone: { gateway: phone }"

        /// A channel `sms` with these lines in it, beside the phone on the screen.
        private static func channel(_ lines: [String]) -> String {
            ([phone, "  sms:", "    gateway: http-sms"] + lines.map { "    " + $0 }).joined(separator: "\n")
        }

        private static let message = "message: { from: form, number: msisdn, text: text, id: id }"
        private static let reply = #"reply: { type: text/xml, body: "<r><t>{{text}}</t></r>", nothing: "<r/>" }"#
        private static let send = "send: { method: get, path: \"?to={{digits}}&text={{text}}\", answer: { from: json, id: id } }"

        struct Fault: CustomTestStringConvertible, Sendable {
            let testDescription: String
            let lines: [String]
            let said: String

            init(_ label: String, _ lines: [String], _ said: String) { (testDescription, self.lines, self.said) = (label, lines, said) }
        }

        static let faults = [
            Fault("nothing", [], "`message` (what comes in), `send` (what leaves) or both"),
            Fault("no field", ["message: { from: form, text: text }", reply], "“channels.sms.message.number” is missing"),
            Fault("a wrong source", ["message: { from: post, number: a, text: b }", reply], "“channels.sms.message.from” takes one of"),
            Fault("a misspelt field", ["message: { from: form, number: a, text: b, tiem: c }", reply], "did you mean “time”?"),
            Fault(
                "a list in a form", ["message: { from: form, list: a, number: a, text: b }", reply],
                "“channels.sms.message.list” takes `from: json`"),
            Fault("no way for an answer", [message], "“channels.sms.reply” takes `body` with {{text}}"),
            Fault("a reply without its words", [message, "reply: { body: OK }"], "“channels.sms.reply.body” takes {{text}}"),
            Fault(
                "a reply that breaks XML", [message, "reply: { type: text/xml, body: \"<r>{{text}}\" }"], "still text/xml when filled in"),
            Fault(
                "a place that no reply has", [message, "reply: { body: \"{{text}} {{token}}\" }"],
                "no “{{token}}” in “channels.sms.reply.body”"),
            Fault("a misspelt place", [message, "reply: { body: \"{{txt}}\" }"], "did you mean “{{text}}”?"),
            Fault("no address to send to", [message, send], "“channels.sms.url” is missing"),
            Fault(
                "an address and nothing to send", [message, reply, "url: https://sms.example"], "“channels.sms.url” takes `send` as well"),
            Fault("no method", ["send: { path: \"{{to}}{{text}}\", answer: { from: text } }"], "“channels.sms.send.method” is missing"),
            Fault("no answer", ["send: { method: get, path: \"{{to}}{{text}}\" }"], "“channels.sms.send.answer” is missing"),
            Fault(
                "nobody to send to", ["send: { method: get, path: \"?t={{text}}\", answer: { from: text } }"],
                "{{to}} (+237…) or {{digits}}"),
            Fault(
                "a body by GET", ["send: { method: get, type: text/plain, body: \"{{to}}{{text}}\", answer: { from: text } }"],
                "a GET has no body"),
            Fault(
                "a body of no type", ["send: { method: post, body: \"{{to}}{{text}}\", answer: { from: text } }"],
                "“channels.sms.send.type” is missing"),
            Fault(
                "a body that breaks JSON",
                ["send: { method: post, type: application/json, body: '{\"t\":{{text}}{{to}}}', answer: { from: text } }"],
                "still application/json when filled in"),
            Fault(
                "a key that is not there",
                ["send: { method: get, path: \"{{to}}{{text}}\", headers: { X: \"{{api-key}}\" }, answer: { from: text } }"],
                "“channels.sms.api-key” is missing"),
            Fault(
                "an SMS in a header",
                ["send: { method: get, path: \"{{to}}{{text}}\", headers: { X: \"{{text}}\" }, answer: { from: text } }"],
                "“channels.sms.send.headers.X” takes something else than {{text}}"),
            Fault(
                "nobody to send from", ["send: { method: get, path: \"{{to}}{{text}}{{from}}\", answer: { from: text } }"],
                "“channels.sms.sender” or “channels.sms.code” is missing"),
            Fault(
                "an encoding without words", ["send: { method: get, path: \"{{to}}{{text}}{{encoding}}\", answer: { from: text } }"],
                "“channels.sms.send.encoding”"),
            Fault(
                "a status that is none", ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: text, status: [OK] } }"],
                "HTTP statuses"),
            Fault(
                "words without a field", ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: json, taken: [a] } }"],
                "“channels.sms.send.answer.field” is missing"),
            Fault(
                "a field without words", ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: json, field: a } }"],
                "“channels.sms.send.answer.taken” is missing"),
            Fault(
                "a field of a text", ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: text, field: a, taken: [a] } }"],
                "a text has no fields"),
            Fault(
                "an id of a text", ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: text, id: a } }"],
                "{{id}} and what stands around it"),
            Fault(
                "a word that says two things",
                ["send: { method: get, path: \"{{to}}{{text}}\", answer: { from: text, taken: [a], busy: [a] } }"],
                "“a” stands elsewhere already"),
            Fault("a report of no message", [send, "report: { from: form, status: s, delivered: [D] }"], "which message is it about?"),
            Fault(
                "a report that says nothing", [send, "report: { from: form, id: i, status: s }"],
                "“channels.sms.report.delivered” is missing"),
            Fault(
                "a report by an id that is never given",
                [
                    "send: { method: get, path: \"{{to}}{{text}}\", answer: { from: text } }",
                    "report: { from: form, id: i, status: s, delivered: [D] }",
                ],
                "`send.answer.id`"),
            Fault(
                "an address for reports that are not described",
                ["send: { method: get, path: \"{{to}}{{text}}{{status-address}}\", answer: { from: text } }"],
                "“channels.sms.report” does not say"),
        ]

        @Test(arguments: faults) func `says what is missing in it`(fault: Fault) async throws {
            let scratch = try Scratch()
            try scratch.replaceConfiguration(Self.phone, with: Self.channel(fault.lines))
            let finished = try await scratch.run("doctor")
            #expect(finished.code == 1)
            #expect(finished.output.contains(fault.said), "\(finished.output)")
        }

        @Test func `answers by it, and takes the same message for the same`() async throws {
            let scratch = try Scratch()
            try scratch.replaceConfiguration(Self.phone, with: Self.channel([Self.message, Self.reply]))
            let service = try await Service.start(in: scratch)
            let first = try await service.post(
                "/channels/sms/receive", ["id": "m1", "msisdn": "237670000001", "text": "inscription"])
            #expect(first.status == .ok)
            #expect(first.text.hasPrefix("<r><t>") && first.text.hasSuffix("</t></r>"), "\(first.text)")
            #expect(first.text.count > "<r><t></t></r>".count)
            let again = try await service.post(
                "/channels/sms/receive", ["id": "m1", "msisdn": "237670000001", "text": "inscription"])
            #expect(again.text == first.text)
            let refused = try await service.post("/channels/sms/receive", ["id": "m2", "text": "inscription"])
            #expect(refused.status == .badRequest)
            #expect(refused.text.contains("msisdn"))
            let report = try await service.post("/channels/sms/status", ["id": "m1"])
            #expect(report.status == .badRequest)
        }
    }
}
