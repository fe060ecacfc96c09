import HTTPTypes
import Texting

/// USSD through Africa's Talking: a form comes in, a line of text that begins with `CON` or `END` goes back.
struct AfricasTalkingUSSD: Gateway {
    /// What is dialled, with the extension of a shared code.
    var code: String?
    var country: Country

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let form = try request.postedForm()
        // Only the callback that tells the end of a session has a status; it comes to whichever address the account names for it.
        if let status = form["status"] { return .sessionEnd(try end(form, status)) }
        let session = try form.filled("sessionId")
        let sender = try PhoneNumber(sender: form.filled("phoneNumber"), in: "phoneNumber", country)
        let serviceCode = try form.filled("serviceCode")
        let text = try withoutExtension(form.present("text"), dialled: serviceCode)
        return .message(
            Inbound(
                sender: sender, session: session, text: .cumulative(text), stepKey: stepKey(session: session, step: text),
                network: form["networkCode"].flatMap { $0.isEmpty ? nil : $0 }))
    }

    private func end(_ form: Form, _ status: String) throws(Refusal) -> SessionEnd {
        let session = try form.filled("sessionId")
        let cause = try AfricasTalkingStatus.cause(of: status)
        let number = form["phoneNumber"].flatMap { $0.isEmpty ? nil : $0 }
        guard let number else { return SessionEnd(sender: nil, session: session, cause: cause) }
        return SessionEnd(sender: try PhoneNumber(sender: number, in: "phoneNumber", country), session: session, cause: cause)
    }

    /// On a shared code our own extension is dialled too, so it stands before everything that is typed.
    private func withoutExtension(_ text: String, dialled serviceCode: String) -> String {
        guard let code, code != serviceCode, let ours = ServiceCode(code).parts(behind: ServiceCode(serviceCode)), !ours.isEmpty else {
            return text
        }
        let ownExtension = ours.joined(separator: "*")
        if text == ownExtension { return "" }
        return text.hasPrefix(ownExtension + "*") ? String(text.dropFirst(ownExtension.count + 1)) : text
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { screen(ends ? "END" : "CON", text) }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: Self.plainText, body: "") }

    /// Anything but CON and END is shown to the person as an error, so even our trouble is an END.
    func unavailable(_ words: String) -> WebResponse { screen("END", words) }

    private func screen(_ word: String, _ text: String) -> WebResponse {
        WebResponse(status: .ok, contentType: Self.plainText, body: "\(word) \(text)")
    }

    private static let plainText = "text/plain; charset=utf-8"
}
