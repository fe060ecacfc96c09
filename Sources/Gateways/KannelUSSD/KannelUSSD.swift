import HTTPTypes
import Texting

/// USSD over an operator's SMPP line behind Kannel: a step comes as a message with the session in its TLVs, and the words go back in the HTTP
/// answer with the TLVs of theirs. Seen with Kannel 1.4.5 and an SMPP centre of our own: what the answer does not name is not sent, also not
/// the TLVs that came.
struct KannelUSSD: Gateway {
    var country: Country
    /// What is dialled; what stands behind it is a path through the dialogs.
    var code: String?
    private let operations: USSDOperations
    private let operationName: String
    /// The first names the session, together with the number; all of them are sent back as they came.
    private let sessionNames: [String]
    /// How many octets of it name the session: by SMPP 3.4 §5.3.2.43 the first of `its_session_info` does, and the second counts its steps.
    /// Most operators take both for one number.
    private let sessionOctets: Int?

    init(_ settings: GatewaySettings) {
        country = settings.country
        code = settings.code
        operations = USSDOperations(settings.values)
        let named = settings.values["operation-tlv"] ?? ""
        operationName = named.isEmpty ? "ussd_service_op" : named
        let names = (settings.values["session-tlv"] ?? "").split(whereSeparator: { $0 == " " || $0 == "," })
        sessionNames = names.isEmpty ? ["its_session_info"] : names.map { String($0) }
        sessionOctets = settings.values["session-octets"].flatMap { Int($0) }
    }

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        guard request.method == .post else { throw Refusal("This address takes POST alone, as a post-url of kannel.conf sends it.") }
        let message = try KannelMessage(posted: request)
        let parameters = try KannelMetaData(request)
        guard let operation = try parameters.number(operationName) else {
            throw Refusal("X-Kannel-Meta-Data says no \(operationName); kannel.conf must have a group smpp-tlv for it.")
        }
        let meaning = try operations.meaning(of: operation)
        guard let sender = try? PhoneNumber(parsing: message.sender, in: country) else { return .noPerson }
        let session = try session(parameters, of: sender)
        let words = words(message, request)
        switch meaning {
        case .begins:
            let path = ServiceCode.path(in: words, behind: [code, request.kannel("To")])
            return .message(inbound(.begin(path: path), sender, session, parameters, message))
        case .answers:
            return .message(inbound(.last(words), sender, session, parameters, message))
        case .ends(let cause):
            return .sessionEnd(SessionEnd(sender: sender, session: session, cause: cause))
        }
    }

    /// A line without sessions of its own is known by the number alone: a phone has one session at a time.
    private func session(_ parameters: KannelMetaData, of sender: PhoneNumber) throws(Refusal) -> String {
        let octets = try parameters.bytes(sessionNames[0]) ?? []
        let naming = sessionOctets.map { octets.prefix($0) } ?? octets[...]
        return "\(naming.map { String($0, radix: 16) }.joined(separator: "."))\0\(sender.e164)"
    }

    private func inbound(
        _ text: Inbound.Text, _ sender: PhoneNumber, _ session: String, _ parameters: KannelMetaData, _ message: KannelMessage
    ) -> Inbound {
        let echo = sessionNames.compactMap { name in parameters.raw(name).map { "\(name)=\($0)" } }.joined(separator: "&")
        // Kannel's id is that of its own retry (`http-request-retry`); what the network brings twice is known by the same bytes at once.
        return Inbound(
            sender: sender, session: session, text: text, stepKey: message.id.map { stepKey(session: session, step: $0) }, network: nil,
            echo: echo.isEmpty ? nil : echo)
    }

    /// Many USSD centres say the data coding 0x0F, which is GSM 03.38 (3GPP TS 23.038 §5); Kannel does not know it (`X-Kannel-Coding: 3`)
    /// and hands the septets over as they are.
    private func words(_ message: KannelMessage, _ request: WebRequest) -> String {
        guard request.kannel("Coding") == "3" else { return message.text }
        return GSMAlphabet.decode(request.body.map { $0 & 0x7F })
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse {
        reply(text, ends ? operations.ending : operations.asking, inbound.echo)
    }

    /// With `omit-empty = true` Kannel sends nothing for it.
    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: Self.plainText, body: "") }

    /// Any other status would make Kannel bring the step again, when the session is long over.
    func unavailable(_ words: String) -> WebResponse { reply(words, operations.ending, nil) }

    func unavailable(_ words: String, to inbound: Inbound) -> WebResponse { reply(words, operations.ending, inbound.echo) }

    private func reply(_ text: String, _ operation: Int, _ echo: String?) -> WebResponse {
        var headers = HTTPFields()
        // Digits, for the group says `type = integer`.
        let parameters = ["\(operationName)=\(operation)", echo].compactMap(\.self).joined(separator: "&")
        if let name = HTTPField.Name("X-Kannel-Meta-Data") { headers[name] = "?smpp?\(parameters)" }
        if let name = HTTPField.Name("X-Kannel-Coding"), GSMAlphabet.encode(text) == nil { headers[name] = "2" }
        return WebResponse(status: .ok, contentType: Self.plainText, body: text, headers: headers)
    }

    private static let plainText = "text/plain; charset=UTF-8"
}

extension GatewayKind {
    static let kannelUSSD = GatewayKind(
        name: "kannel-ussd", use: .service, carries: .ussd, retriesWithin: Catalogue.quickly,
        settings: [
            "session-tlv", "session-octets", "operation-tlv", "dial-operations", "answer-operations", "release-operations", "ask-operation",
            "end-operation",
        ].map { GatewaySetting($0, need: .never) },
        make: { KannelUSSD($0) })
}
