import Foundation
import HTTPTypes
import Texting

/// Sends through Twilio's Programmable Messaging (API version 2010-04-01).
struct TwilioSender: Sender {
    let settings: SenderSettings

    // The outgoing request.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        var fields = [(key: "To", value: message.to.e164), (key: "Body", value: message.text)]
        if let sender = settings.sender { fields.append((Self.isService(sender) ? "MessagingServiceSid" : "From", sender)) }
        if let callback = message.statusAddress { fields.append(("StatusCallback", callback.adding("id", message.id))) }
        let body = Array(String(fields: fields).utf8)
        var request = OutgoingRequest(method: .post, address: messages, headers: headers, body: body)
        request.headers[.contentType] = "application/x-www-form-urlencoded"
        return request
    }

    /// A messaging service's id stands where a number could.
    static func isService(_ sender: String) -> Bool { sender.utf8.count == 34 && sender.hasPrefix("MG") }

    // The answer to it.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let byStatus = SendOutcome(statusOf: answer)
        guard let tree = answer.tree else { return byStatus }
        switch answer.status.code {
        case 200..<300:
            guard let id = tree.filled("sid") else { return byStatus }
            if let error = tree.filled("error_code") { return .refused(TwilioError.cause(of: error), word: error.asWord) }
            let parts = tree.filled("num_segments").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
            return .accepted(
                Receipt(id: id, price: TwilioStatus.price(tree.filled("price"), tree.filled("price_unit")), parts: parts))
        case 400..<500:
            guard let code = tree.filled("code") else { return byStatus }
            if let obstacle = TwilioError.obstacle(code, in: answer) { return .notTaken(obstacle, word: code.asWord) }
            if let cause = TwilioError.known(code) { return .refused(cause, word: code.asWord) }
            return byStatus.saying(code)
        default: return byStatus
        }
    }

    var lookUp: (any LookUp)? { TwilioLookUp(messages: messages, headers: headers) }

    private var messages: String {
        settings.url.address(of: "/2010-04-01/Accounts/\(settings["account-sid"].percentEncoded)/Messages.json")
    }

    private var headers: HTTPFields {
        let credentials = Data("\(settings["account-sid"]):\(settings["auth-token"])".utf8).base64EncodedString()
        return [.authorization: "Basic \(credentials)", .accept: "application/json"]
    }
}
