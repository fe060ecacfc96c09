import Foundation
import HTTPTypes
import Texting

/// SMS sent by the request that a channel's configuration describes.
struct HTTPSMSSender: Sender {
    var sending: HTTPSMS.Sending
    var settings: SenderSettings

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        let value = { (place: HTTPSMS.Place) in self.value(of: place, message) }
        var headers = HTTPFields()
        for header in sending.headers { headers[header.name] = header.value.filled(value, escaped: Self.oneLine) }
        if let body = sending.body, headers[.contentType] == nil { headers[.contentType] = body.type.contentType }
        return OutgoingRequest(
            method: sending.method.http, address: address(sending.path.filled(value, escaped: \.percentEncoded)), headers: headers,
            body: sending.body.map { Array($0.template.filled(value, escaped: $0.type.escaped).utf8) } ?? [])
    }

    private func address(_ path: String) -> String {
        if path.hasPrefix("?") { return settings.url.adding(query: String(path.dropFirst())) }
        return (path.hasPrefix("/") && settings.url.hasSuffix("/") ? String(settings.url.dropLast()) : settings.url) + path
    }

    /// A header ends with its line.
    private static func oneLine(_ text: String) -> String { text.filter { !$0.isNewline } }

    private func value(of place: HTTPSMS.Place, _ message: OutgoingMessage) -> String {
        switch place {
        case .text: message.text
        case .to: message.to.e164
        case .digits: String(message.to.e164.drop { $0 == "+" })
        case .from: settings.sender ?? ""
        case .id: message.id
        case .statusAddress: message.statusAddress?.adding(HTTPSMS.Report.ownField, message.id) ?? ""
        case .encoding: (message.encoding == .gsm7 ? sending.encoding?.gsm : sending.encoding?.unicode) ?? ""
        case .username, .password, .apiKey, .token: settings[place.rawValue]
        case .basic: Data("\(settings["username"]):\(settings["password"])".utf8).base64EncodedString()
        }
    }

    func outcome(of answer: OutgoingAnswer) -> SendOutcome { sending.answer.outcome(of: answer) }
}
