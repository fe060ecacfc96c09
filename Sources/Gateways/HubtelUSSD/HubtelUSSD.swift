import HTTPTypes
import Texting

/// USSD through Hubtel's programmable services: a JSON object comes in, another goes back.
struct HubtelUSSD: Gateway {
    /// What is dialled; what stands behind it is a path through the dialogs.
    var code: String?
    var country: Country

    // Incoming members.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let object = try request.postedObject()
        let meaning = try HubtelType.meaning(of: object.filled("Type"))
        let session = try object.filledScalar("SessionId")
        switch meaning {
        case .begins:
            // The words of a beginning are what was dialled, path and all.
            let dialled = try object.text("Message") ?? ""
            // Its reference has the one name in its table and the other in its examples.
            let serviceCodes = [code, try object.scalar("ServiceCode"), try object.scalar("serviceCode")]
            return .message(try inbound(object, session, .begin(path: ServiceCode.path(in: dialled, behind: serviceCodes))))
        case .answers:
            return .message(try inbound(object, session, .last(try object.presentScalar("Message"))))
        case .ends(let cause):
            let number = try object.scalar("Mobile").flatMap { $0.isEmpty ? nil : $0 }
            guard let number else { return .sessionEnd(SessionEnd(sender: nil, session: session, cause: cause)) }
            return .sessionEnd(
                SessionEnd(sender: try PhoneNumber(msisdn: number, in: "Mobile", country), session: session, cause: cause))
        }
    }

    private func inbound(_ object: JSONObject, _ session: String, _ text: Inbound.Text) throws(Refusal) -> Inbound {
        let sender = try PhoneNumber(msisdn: object.filledScalar("Mobile"), in: "Mobile", country)
        // A number in one reference, a text in the examples of another, and not there in requests of its older interface.
        let sequence = try object.scalar("Sequence").flatMap { $0.isEmpty ? nil : $0 }
        return Inbound(
            sender: sender, session: session, text: text, stepKey: sequence.map { stepKey(session: session, step: $0) },
            network: try object.text("Operator").flatMap { $0.isEmpty ? nil : $0.lowercased() })
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { screen(text, ends: ends) }

    var acknowledgement: WebResponse { screen("", ends: true) }

    func unavailable(_ words: String) -> WebResponse { screen(words, ends: true) }

    /// `ClientState` is what we would ask Hubtel to hand us once with the next request; what a conversation has said lies with us, so
    /// nothing of it travels.
    private func screen(_ text: String, ends: Bool) -> WebResponse {
        WebResponse(
            status: .ok, contentType: "application/json",
            body: #"{"Type":"\#(ends ? "Release" : "Response")","Message":\#(quoted(text)),"ClientState":""}"#)
    }
}
