import HTTPTypes
import Texting

/// SMS through Vonage's SMS API (once Nexmo). Its inbound messages that are longer than one SMS come as one call a part, each a message here.
struct Vonage: Gateway {
    var country: Country

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let fields = try VonageFields(request)
        let id = try fields.filled("messageId")
        if let status = fields["status"] {
            let ours = fields["client-ref"].flatMap { DeliveryReport.Subject.isOurs($0) ? $0 : nil }
            let subject = ours.map { DeliveryReport.Subject.ours($0) } ?? .theirs(id)
            return .reports([VonageStatus.report(subject, status: status, error: fields["err-code"])])
        }
        let from = try fields.filled("msisdn")
        guard let sender = try? PhoneNumber(msisdn: from.withoutPlus, in: "msisdn", country) else {
            return .noPerson
        }
        let network = fields["network-code"].flatMap { $0.isEmpty ? nil : $0 }
        // One of bytes has no text, and is a message all the same.
        return .message(Inbound(sender: sender, session: id, text: .message(fields["text"] ?? ""), stepKey: id, network: network))
    }

    // The answer; Vonage reads no words of it.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { acknowledgement }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: "text/plain; charset=utf-8", body: "") }

    /// It calls again for a day where it is not answered with a 2xx.
    func unavailable(_ words: String) -> WebResponse {
        WebResponse(status: .serviceUnavailable, contentType: "text/plain; charset=utf-8", body: "")
    }
}

extension GatewayKind {
    static let vonage = GatewayKind(
        name: "vonage", use: .service, carries: .sms, replies: .asMessage,
        settings: [
            GatewaySetting("api-key"), GatewaySetting("api-secret", isSecret: true),
            GatewaySetting("signature-secret", isSecret: true, need: .never), GatewaySetting("signature-method", need: .never),
        ],
        signature: CallSigning(setting: "signature-secret", coversAddress: false) { VonageSignature(method: $0["signature-method"]) },
        make: { Vonage(country: $0.country) }, makeSender: { VonageSender(settings: $0) })
}
