import Delivery
import Foundation
import Gateways
import HTTPTypes
import Testing
import Texting

/// What tests of the trace look at: exchanges in a gateway's own form, and whether anything of a person can be read from what is shown.
enum Staged {
    static let now = Date(timeIntervalSince1970: 1_795_564_757)
    static let secret = "geheim-geheim"
    static let awa = PhoneNumber(e164: "+237670000001")
    static let country = Country(callingCode: "237")

    /// No letter of these may be read from what is shown, in whatever way it is written.
    static let leaks = ["Awa", "Étoundi", "toundi", "Ngo", "Biya", "4821", "70000001", "geheim", "bmd1ZXNz"]

    static func trace(_ moment: @escaping @Sendable () -> Date = { now }) -> Trace {
        Trace(channels: [Trace.Channel(name: "sms", secrets: [secret])], timeZone: .gmt, clock: moment)
    }

    static func shown(_ exchange: Exchange) -> String {
        let trace = trace()
        trace.record(exchange)
        return (trace.lines(of: "sms") ?? []).joined(separator: "\n")
    }

    static func shown(_ call: AnsweredCall) -> String {
        let trace = trace()
        trace.record(call)
        return (trace.lines(of: "sms") ?? []).joined(separator: "\n")
    }

    /// SMS over HTTP as a configuration may describe it, once in a query, once in each kind of body.
    static func shape(_ body: HTTPUSSD.AnswerType?) throws -> GatewayShape {
        let fields = "to={{to}}&text={{text}}"
        let words =
            switch body {
            case .json: #"{"to":"{{to}}","text":"{{text}}"}"#
            case .xml: "<sms><to>{{to}}</to><text>{{text}}</text></sms>"
            default: fields
            }
        let sending = HTTPSMS.Sending(
            method: body == nil ? .get : .post, path: try HTTPSMS.Template(parsing: body == nil ? "?" + fields : ""),
            body: try body.map { HTTPSMS.Sending.Body(type: $0, template: try HTTPSMS.Template(parsing: words)) },
            answer: HTTPSMS.Answer(source: .text))
        return .sms(HTTPSMS.Shape(message: nil, reply: HTTPSMS.Reply(), report: nil, sending: sending))
    }

    static func exchange(by gateway: String, _ text: String, _ body: HTTPUSSD.AnswerType? = nil) throws -> Exchange {
        let kind = try #require(Catalogue.kind(named: gateway))
        let make = try #require(kind.makeSender)
        let values = Dictionary(
            uniqueKeysWithValues: kind.settings.map { ($0.name, $0.isSecret ? secret : $0.name == "username" ? "nguesso" : "a-value") })
        let sender = make(
            SenderSettings(url: "https://gateway.example/send", sender: "8080", country: country, values: values, shape: try shape(body)))
        let message = OutgoingMessage(
            id: "0191e1807d6070000aded7d8b151cbd5", to: awa, text: text,
            statusAddress: "https://passerelle.example/channels/sms/status?key=geheim-geheim")
        let answer = OutgoingAnswer(
            status: .unauthorized, headers: [.setCookie: "session=geheim"],
            body: Array(#"{"error_code":21610,"message":"Rejected by policy 1104","to":"+237670000001"}"#.utf8))
        return Exchange(
            channel: "sms", at: now, request: sender.request(for: message, token: sender.tokens == nil ? nil : "geheimer"),
            end: .answered(answer), hidden: [text, awa.e164])
    }

    /// Whether it stands there in any way that a gateway may have written it; by means of its own, since those of the trace are on trial.
    static func reads(_ shown: String, _ text: String) -> Bool {
        let decoded = shown.replacing("+", with: " ").removingPercentEncoding ?? percentDecoded(shown)
        let hex = text.utf16.map { String(format: "%04x", $0) }.joined()
        let spread = String(text.flatMap { ["\u{0}", $0] })
        let escaped = text.unicodeScalars.map { $0.isASCII ? String($0) : String(format: "\\u%04x", $0.value) }.joined()
        let candidates = [shown, decoded, shown.replacing(" ", with: "").replacing("-", with: "")]
        return candidates.contains { candidate in
            candidate.contains(text) || candidate.lowercased().contains(hex) || candidate.contains(spread)
                || candidate.lowercased().contains(escaped.lowercased())
        }
    }

    /// Also where what is between the escapes is no UTF-8.
    private static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
