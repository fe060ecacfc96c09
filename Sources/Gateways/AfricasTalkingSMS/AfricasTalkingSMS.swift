import HTTPTypes
import Texting

/// SMS through Africa's Talking: forms come in, and a reply is a message of its own.
struct AfricasTalkingSMS: Gateway {
    var country: Country

    // Incoming fields. The account has an address for messages, one for reports and one for opt-outs; which of them came is told by its fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let form = try request.postedForm()
        if form["status"] != nil { return .reports([try AfricasTalkingReport.report(form)]) }
        if form["from"] == nil, form["senderId"] != nil { return try optOut(form) }
        let from = try form.filled("from")
        let text = try form.present("text")
        guard let sender = try? PhoneNumber(parsing: from, in: country) else { return .noPerson }
        return .message(Inbound(sms: text, from: sender, id: form["id"], time: form["date"], network: form["networkCode"]))
    }

    /// The person told the gateway to let nothing of a sender in letters through. It names no message of ours and is no STOP to us: the
    /// next message comes back as `UserInBlacklist`, and that blocks the channel.
    private func optOut(_ form: Form) throws(Refusal) -> Arrival {
        _ = try form.filled("phoneNumber")
        return .noPerson
    }

    // The answer: whatever it says, nothing of it reaches the phone.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { acknowledgement }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: Self.plainText, body: "") }

    func unavailable(_ words: String) -> WebResponse { WebResponse(status: .serviceUnavailable, contentType: Self.plainText, body: "") }

    private static let plainText = "text/plain; charset=utf-8"
}
