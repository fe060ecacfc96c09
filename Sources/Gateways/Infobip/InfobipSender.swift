import HTTPTypes
import Texting

/// Sends through Infobip's SMS API, version 3; the message's id is ours there too.
struct InfobipSender: Sender {
    let settings: SenderSettings

    private static let path = "/sms/3/messages"

    // The outgoing request.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        let sender = settings.sender.map { #""sender":\#(quoted($0.withoutPlus)),"# } ?? ""
        let webhook = message.statusAddress.map {
            #","webhooks":{"delivery":{"url":\#(quoted($0))},"contentType":"application/json"}"#
        }
        let to = #"{"to":\#(quoted(message.to.e164.withoutPlus)),"messageId":\#(quoted(message.id))}"#
        let body =
            #"{"messages":[{\#(sender)"destinations":[\#(to)],"content":{"text":\#(quoted(message.text))}\#(webhook ?? "")}]}"#
        var request = OutgoingRequest(method: .post, address: settings.url.address(of: Self.path), headers: headers, body: Array(body.utf8))
        request.headers[.contentType] = "application/json"
        return request
    }

    // The answer to it.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let byStatus = SendOutcome(statusOf: answer)
        guard let tree = answer.tree else { return byStatus }
        guard answer.status.kind == .successful else {
            return byStatus.saying(tree.filled("requestError.serviceException.messageId") ?? tree.filled("errorCode"))
        }
        guard let message = tree.value(at: "messages.0"), let group = message.filled("status.groupName") else { return byStatus }
        let name = (message.filled("status.name") ?? group).asWord
        switch group {
        case "PENDING", "DELIVERED":
            guard let id = message.filled("messageId") else { return .unknown(word: name) }
            let parts = (message.filled("details.messageCount") ?? message.filled("smsCount")).flatMap { Int($0) }
            return .accepted(Receipt(id: id, price: InfobipStatus.price(message), parts: parts.flatMap { $0 > 0 ? $0 : nil }))
        case "REJECTED": return refusal(of: message, name)
        case "UNDELIVERABLE": return .refused(.failed, word: name)
        case "EXPIRED": return .refused(.expired, word: name)
        default: return .unknown(word: name)
        }
    }

    /// By the statuses that it has for a message that it does not take.
    private func refusal(of message: JSONTree, _ name: String) -> SendOutcome {
        switch name {
        // It has this message from an attempt whose answer we never saw: the id is ours, and is given once.
        case "REJECTED_DUPLICATE_MESSAGE_ID": .accepted(Receipt())
        case "REJECTED_NOT_ENOUGH_CREDITS", "REJECTED_PREPAID_PACKAGE_EXPIRED": .notTaken(.noMoney, word: name)
        case "REJECTED_SYSTEM_ERROR": .notTaken(.busy(for: nil), word: name)
        // The sender is not registered, or on a block list.
        case "REJECTED_SOURCE", "REJECTED_SENDER": .notTaken(.refusesUs, word: name)
        case "REJECTED_DND", "REJECTED_DESTINATION_BLOCKLISTED": .refused(.blocked, word: name)
        default: .refused(message.filled("status.id") == InfobipStatus.blockedDestination ? .blocked : .refused, word: name)
        }
    }

    var lookUp: (any LookUp)? {
        let base = settings.url.address(of: Self.path).dropLast(Self.path.count)
        return InfobipLookUp(logs: base + "/sms/3/logs", headers: headers)
    }

    private var headers: HTTPFields { [.authorization: "App \(settings["api-key"])", .accept: "application/json"] }
}
