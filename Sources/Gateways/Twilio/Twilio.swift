import HTTPTypes
import Texting

/// SMS through Twilio: a form comes in, TwiML with the reply goes back; reports come as forms too.
///
/// Twilio does not bring a message again when we answer 503, but calls the number's fallback address: where that is the same one, it does.
struct Twilio: Gateway {
    var country: Country

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let fields = try request.method == .get ? Form(Array(request.query.utf8)) : request.postedForm()
        let id = try fields.filled("MessageSid")
        if let status = fields["MessageStatus"] {
            let ours = request.queryValue("id").flatMap { DeliveryReport.Subject.isOurs($0) ? $0 : nil }
            let subject = ours.map { DeliveryReport.Subject.ours($0) } ?? .theirs(id)
            return .reports([TwilioStatus.report(subject, status: status, error: fields["ErrorCode"])])
        }
        let from = try fields.filled("From")
        // WhatsApp's senders (`whatsapp:+237…`) are no numbers either.
        guard let sender = try? PhoneNumber(parsing: from, in: country) else { return .noPerson }
        // A picture comes without words.
        let text = fields["Body"] ?? ""
        return .message(Inbound(sender: sender, session: id, text: .message(text), stepKey: id, network: nil))
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse {
        response(text.isEmpty ? "<Response/>" : "<Response><Message>\(markup(text))</Message></Response>")
    }

    var acknowledgement: WebResponse { response("<Response/>") }

    func unavailable(_ words: String) -> WebResponse { response("<Response/>", status: .serviceUnavailable) }

    private func response(_ twiml: String, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(
            status: status, contentType: "text/xml; charset=utf-8", body: #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n" + twiml + "\n")
    }
}

extension GatewayKind {
    static let twilio = GatewayKind(
        name: "twilio", use: .service, carries: .sms, replies: .inAnswer,
        settings: [GatewaySetting("account-sid"), GatewaySetting("auth-token", isSecret: true)],
        signature: CallSigning(setting: "auth-token", coversAddress: true) { _ in TwilioSignature() },
        make: { Twilio(country: $0.country) }, makeSender: { TwilioSender(settings: $0) })
}
