import HTTPTypes
import Texting

/// SMS by Kannel's `sendsms`: everything stands in the address, so it is called on the same machine or by TLS.
struct KannelSender: Sender {
    var settings: SenderSettings

    /// Delivered, failed, accepted by the SMS centre, refused by it: 1, 2, 8 and 16, which are those that end something.
    private static let wantedReports = 27

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        var fields = [(key: "username", value: settings["username"]), (key: "password", value: settings["password"])]
        if let sender = settings.sender { fields.append((key: "from", value: sender)) }
        fields += [
            (key: "to", value: message.to.e164), (key: "text", value: message.text), (key: "charset", value: "UTF-8"),
            (key: "coding", value: message.encoding == .gsm7 ? "0" : "2"),
        ]
        if let status = message.statusAddress {
            fields += [
                (key: "dlr-mask", value: "\(Self.wantedReports)"), (key: "dlr-url", value: Self.reportAddress(status, id: message.id)),
            ]
        }
        return OutgoingRequest(method: .get, address: settings.url.adding(query: String(fields: fields)))
    }

    /// Kannel puts its own values in for every `%` and a letter, also where these are half of an encoded byte; `%%` is one `%`.
    private static func reportAddress(_ status: String, id: String) -> String {
        status.replacing("%", with: "%%").adding(query: "id=\(id)&status=%d")
    }

    func outcome(of answer: OutgoingAnswer) -> SendOutcome { KannelAnswer.outcome(of: answer) }
}
