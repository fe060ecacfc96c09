import HTTPTypes
import Texting

/// SMS through MTN's own interface (MADAPI): messages and delivery reports come to one address, which MTN is told once.
///
/// A message's members are those that nyaruka/courier is sent (`id`, often null; `senderAddress`, `receiverAddress`, `message`, `created`),
/// or those of the interface file `mtn-sms-interface` (`messageID`, `dateTime`).
struct MTNSMS: Gateway {
    var country: Country

    // Incoming members.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let tree = try request.postedTree()
        let report = tree.value(at: "deliveryInfoNotification") ?? tree
        if report.value(at: "deliveryInfo") != nil || report.value(at: "deliveryStatus") != nil {
            return .reports(try MTNReport(report).reports)
        }
        guard let text = try tree.text(at: "message") else {
            throw Refusal("The body has neither the member message nor the member deliveryStatus.")
        }
        return try message(text, in: tree)
    }

    private func message(_ text: String, in tree: JSONTree) throws(Refusal) -> Arrival {
        guard let number = tree.filled("senderAddress") else { throw Refusal("The member senderAddress is missing or empty.") }
        guard let sender = try? PhoneNumber(msisdn: number, in: "senderAddress", country) else { return .noPerson }
        let id = tree.filled("id") ?? tree.filled("messageID")
        let time = tree.filled("created") ?? tree.filled("dateTime")
        // Where MTN gives no id, its sender, time and words make it the same message; without a time nothing does.
        let session = id ?? [sender.e164, time ?? "", text].joined(separator: "\0")
        return .message(
            Inbound(
                sender: sender, session: session, text: .message(text), stepKey: id == nil && time == nil ? nil : session, network: "mtn"))
    }

    // The answer.

    /// Words of ours go out as a message of their own.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { acknowledgement }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: "application/json", body: "{}") }

    func unavailable(_ words: String) -> WebResponse {
        WebResponse(status: .serviceUnavailable, contentType: "application/json", body: "{}")
    }
}

extension GatewayKind {
    static let mtnSMS = GatewayKind(
        name: "mtn-sms", use: .service, carries: .sms, replies: .asMessage,
        settings: [
            GatewaySetting("client-id"), GatewaySetting("client-secret", isSecret: true), GatewaySetting("cp-address", need: .never),
        ],
        make: { MTNSMS(country: $0.country) },
        makeSender: { MTNSender($0) })
}
