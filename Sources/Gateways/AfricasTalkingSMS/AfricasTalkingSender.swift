import HTTPTypes
import Texting

/// SMS by Africa's Talking's `messaging`, one message a request; no id of ours travels with it.
struct AfricasTalkingSender: Sender {
    var settings: SenderSettings

    private static let path = "/version1/messaging"

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        var headers: HTTPFields = [.accept: "application/json", .contentType: "application/x-www-form-urlencoded"]
        if let key = HTTPField.Name("apikey") { headers[key] = settings["api-key"] }
        var fields = [
            (key: "username", value: settings["username"]), (key: "to", value: message.to.e164), (key: "message", value: message.text),
        ]
        // Without one, Africa's Talking takes a sender that all its customers share.
        if let sender = settings.sender { fields.append((key: "from", value: sender)) }
        return OutgoingRequest(
            method: .post, address: settings.url.address(of: Self.path), headers: headers, body: Array(String(fields: fields).utf8))
    }

    func outcome(of answer: OutgoingAnswer) -> SendOutcome { AfricasTalkingAnswer.outcome(of: answer) }
}
