import HTTPTypes
import Texting

/// The phone on the screen, for trying things out: the same conversation over JSON.
///
/// `{"number": "+237670000001", "session": "a1", "text": "1", "step": 2}`; without `text` it dials, and `code` may say what
/// (`*123*2*1#`); `"hang-up": true` hangs up. The answer is `{"text": "…", "ends": false}`. An SMS is `{"number": "+237670000001",
/// "sms": "JOIN", "id": "m1"}`; what answers it stands in `text`, which is empty where nothing does.
struct Phone: Gateway {
    /// What reaches the channel; what is dialled behind it is a path through the dialogs.
    var code: String?
    var country: Country

    // Incoming members.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let object = try request.postedObject()
        let sender = try PhoneNumber(sender: object.filled("number"), in: "number", country)
        if let message = try object.text("sms") { return .message(try sms(message, from: sender, object)) }
        let session = try object.filled("session")
        let flags = [try object.flag("hang-up"), try object.flag("hangUp")]
        if flags.contains(true) { return .sessionEnd(SessionEnd(sender: sender, session: session, cause: .dropped)) }
        let key = try object.count("step").map { stepKey(session: session, step: $0) }
        let text: Inbound.Text = if let typed = try object.text("text") { .last(typed) } else { .begin(path: try path(object)) }
        return .message(Inbound(sender: sender, session: session, text: text, stepKey: key, network: nil))
    }

    private func sms(_ words: String, from sender: PhoneNumber, _ object: JSONObject) throws(Refusal) -> Inbound {
        guard try object.text("session") == nil else { throw Refusal("The member session is of USSD; an SMS has none.") }
        let id = try object.filled("id")
        return Inbound(sender: sender, session: id, text: .message(words), stepKey: id, network: nil)
    }

    private func path(_ object: JSONObject) throws(Refusal) -> [String] {
        guard let dialled = try object.text("code") else { return [] }
        let parts = ServiceCode(dialled)
        guard !parts.parts.isEmpty else { throw Refusal("The member code has no digits to dial.") }
        guard let code else { return parts.parts.dropFirst().map { String($0) } }
        guard let path = parts.parts(behind: ServiceCode(code)) else { throw Refusal("The member code must begin with \(code).") }
        return path.map { String($0) }
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { screen(text, ends: ends) }

    var acknowledgement: WebResponse { screen("", ends: true) }

    func unavailable(_ words: String) -> WebResponse { screen(words, ends: true) }

    private func screen(_ text: String, ends: Bool) -> WebResponse {
        WebResponse(status: .ok, contentType: "application/json", body: #"{"text":\#(quoted(text)),"ends":\#(ends)}"# + "\n")
    }
}
