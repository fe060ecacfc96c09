import HTTPTypes
import Texting

/// USSD through MTN's own interface (MADAPI, sold by Chenosis too): a JSON object comes in, another goes back.
///
/// The members are those of the interface file `mtn-group-ussd` (`/messages/ussd/inbound`). `cellId` and `imsi` say where a person is and
/// which card they hold: neither is read.
struct MTNUSSD: Gateway {
    /// What is dialled; what stands behind it is a path through the dialogs.
    var code: String?
    var country: Country

    // Incoming members.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let object = try request.postedObject()
        let meaning = try MTNMessageType.meaning(of: object.filledScalar("messageType"))
        let session = try object.filledScalar("sessionId")
        switch meaning {
        case .begins:
            let dialled = try object.scalar("ussdString") ?? ""
            let path = ServiceCode.path(in: dialled, behind: [code, try object.scalar("serviceCode")])
            return .message(try inbound(object, session, .begin(path: path)))
        case .answers:
            return .message(try inbound(object, session, .last(try object.presentScalar("ussdString"))))
        case .ends(let cause):
            let number = try object.scalar("msisdn").flatMap { $0.isEmpty ? nil : $0 }
            guard let number else { return .sessionEnd(SessionEnd(sender: nil, session: session, cause: cause)) }
            return .sessionEnd(
                SessionEnd(sender: try PhoneNumber(msisdn: number, in: "msisdn", country), session: session, cause: cause))
        }
    }

    /// There is no step key: a retry is known by the same bytes that come again at once.
    private func inbound(_ object: JSONObject, _ session: String, _ text: Inbound.Text) throws(Refusal) -> Inbound {
        let sender = try PhoneNumber(msisdn: object.filledScalar("msisdn"), in: "msisdn", country)
        return Inbound(sender: sender, session: session, text: text, stepKey: nil, network: "mtn")
    }

    // The answer.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse {
        let serviceCode = code.map { #","serviceCode":\#(quoted($0))"# } ?? ""
        let msisdn = #","msisdn":\#(quoted(String(inbound.sender.e164.dropFirst())))"#
        // The same step gets the same bytes, so the transaction's id is the session's, which MTN made.
        return reply(screen(text, ends: ends, serviceCode + msisdn), transaction: #""transactionId":\#(quoted(inbound.session)),"#)
    }

    var acknowledgement: WebResponse { reply("{}") }

    /// The session's end says `userInputRequired: false`; an error of HTTP would show the person MTN's own words.
    func unavailable(_ words: String) -> WebResponse { reply(screen(words, ends: true)) }

    private func screen(_ text: String, ends: Bool, _ further: String = "") -> String {
        #"{"inboundResponse":\#(quoted(text)),"userInputRequired":\#(!ends),"messageType":\#(ends ? 2 : 1)\#(further)}"#
    }

    private func reply(_ data: String, transaction: String = "") -> WebResponse {
        WebResponse(
            status: .ok, contentType: "application/json",
            body: #"{"statusCode":"0000","statusMessage":"Success",\#(transaction)"data":\#(data),"_link":{}}"#)
    }
}
