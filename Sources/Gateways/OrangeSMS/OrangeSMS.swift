import HTTPTypes
import Texting

/// SMS through Orange's interface for Africa and the Middle East: messages (`inboundSMSMessageNotification`) and delivery reports
/// (`deliveryInfoNotification`) come as JSON to the addresses that Orange was told, which may be one and the same.
///
/// The members are those of GSMA OneAPI, as Orange's examples have them; single ones are sent as an object, several may come as a list.
struct OrangeSMS: Gateway {
    var country: Country

    // Incoming members.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let tree = try request.postedTree()
        if let report = tree.value(at: "deliveryInfoNotification") { return .reports(try reports(in: report)) }
        guard let notification = tree.value(at: "inboundSMSMessageNotification") else {
            throw Refusal("The body has neither the member inboundSMSMessageNotification nor the member deliveryInfoNotification.")
        }
        var messages: [Inbound] = []
        for item in try notification.oneOrMore("inboundSMSMessage") {
            if let message = try message(in: item) { messages.append(message) }
        }
        return messages.count > 1 ? .messages(messages) : messages.first.map { .message($0) } ?? .noPerson
    }

    /// nil where no person wrote.
    private func message(in item: JSONTree) throws(Refusal) -> Inbound? {
        guard let address = item.filled("senderAddress") else { throw Refusal("The member senderAddress is missing or empty.") }
        guard let text = try item.text(at: "message") else { throw Refusal("The member message is missing.") }
        let number = address.hasPrefix("tel:") ? String(address.dropFirst(4)) : address
        guard let sender = try? PhoneNumber(msisdn: number, in: "senderAddress", country) else { return nil }
        let id = item.filled("messageId")
        let time = item.filled("dateTime")
        // Where Orange gives no id, its sender, time and words make it the same message; without a time nothing does.
        let session = id ?? [sender.e164, time ?? "", text].joined(separator: "\0")
        return Inbound(
            sender: sender, session: session, text: .message(text), stepKey: id == nil && time == nil ? nil : session, network: "orange")
    }

    /// `callbackData` is what `resourceURL` ended with when the message was sent; an id of ours has no place in what Orange documents.
    private func reports(in notification: JSONTree) throws(Refusal) -> [DeliveryReport] {
        guard let id = notification.filled("callbackData") else {
            throw Refusal("The report names no message: the member callbackData is missing or empty.")
        }
        var reports: [DeliveryReport] = []
        for item in try notification.oneOrMore("deliveryInfo") {
            guard let word = item.filled("deliveryStatus") else { throw Refusal("The member deliveryStatus is missing or empty.") }
            // A word that is not known loses nothing: the message stays on its way.
            reports.append(DeliveryReport(.theirs(id), OneAPIStatus.states.state(of: word) ?? .onItsWay, word: word.asWord))
        }
        return reports
    }

    // The answer.

    /// Words of ours go out as a message of their own.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { acknowledgement }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: "application/json", body: "{}") }

    func unavailable(_ words: String) -> WebResponse {
        WebResponse(status: .serviceUnavailable, contentType: "application/json", body: "{}")
    }
}

extension JSONTree {
    fileprivate func oneOrMore(_ name: String) throws(Refusal) -> [JSONTree] {
        guard let value = value(at: name) else { throw Refusal("The member \(name) is missing.") }
        let items = items(at: name) ?? [value]
        guard !items.isEmpty else { throw Refusal("The member \(name) is an empty list.") }
        return items
    }
}

extension GatewayKind {
    static let orangeSMS = GatewayKind(
        name: "orange-sms", use: .service, carries: .sms, replies: .asMessage,
        settings: [
            GatewaySetting("client-id"), GatewaySetting("client-secret", isSecret: true), GatewaySetting("sender-name", need: .never),
        ],
        make: { OrangeSMS(country: $0.country) },
        makeSender: { OrangeSender($0) })
}
