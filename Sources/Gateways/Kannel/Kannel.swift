import HTTPTypes
import Texting

/// SMS through Kannel: a message comes in as its words, and what we answer with leaves as the reply SMS.
///
/// By `post-url` the body is the text and the rest stands in headers; by `get-url` everything is in the address, which is worse: addresses
/// get into logs. `Config/kannel.conf` has what Kannel must be told, so that it says nothing to people behind our back.
struct Kannel: Gateway {
    var country: Country

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        switch request.method {
        case .post: try arrival(of: KannelMessage(posted: request))
        case .get: try arrival(of: KannelMessage(asked: request))
        default: throw Refusal("This address takes POST, or GET.")
        }
    }

    private func arrival(of message: KannelMessage) -> Arrival {
        guard let sender = try? PhoneNumber(parsing: message.sender, in: country) else { return .noPerson }
        return .message(Inbound(sms: message.text, from: sender, id: message.id, time: message.time, network: nil))
    }

    func readStatus(_ request: WebRequest) throws(Refusal) -> Arrival { .reports([try KannelReport.report(request)]) }

    // The answer.

    /// One body, however many parts Kannel makes of it.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { reply(text, status: .ok) }

    /// With `omit-empty = true` Kannel sends nothing for it.
    var acknowledgement: WebResponse { reply("", status: .ok) }

    /// Kannel reads no words of an answer that is not 200 or 202, and brings the message again (`http-request-retry`).
    func unavailable(_ words: String) -> WebResponse { reply(words, status: .serviceUnavailable) }

    private func reply(_ text: String, status: HTTPResponse.Status) -> WebResponse {
        WebResponse(status: status, contentType: "text/plain; charset=UTF-8", body: text, headers: coding(of: text))
    }

    /// Without it Kannel sends `?` for every character that is not in GSM 03.38 (seen with 1.4.5); it is heard where the service says
    /// `accept-x-kannel-headers = true`.
    private func coding(of text: String) -> HTTPFields {
        guard let name = HTTPField.Name("X-Kannel-Coding"), GSMAlphabet.encode(text) == nil else { return [:] }
        return [name: "2"]
    }
}
