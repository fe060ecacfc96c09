import HTTPTypes
import Texting

/// Sends SMS through MTN's own interface, in the form of v2, or of v3 where the channel's `url` ends with `/v3/sms`.
struct MTNSender: Sender {
    private enum Version { case v2, v3 }

    private let version: Version
    private let address: String
    private let from: String
    /// A further member that some of MTN's countries ask for (nyaruka/courier).
    private let cpAddress: String?
    private let desk: ClientCredentialsDesk

    init(_ settings: SenderSettings) {
        version = settings.url.contains("/v3/sms") ? .v3 : .v2
        let paths = version == .v2 ? ["/v2", "/messages/sms/outbound"] : ["/v3/sms", "/messages/sms/outbound"]
        address = settings.url.addressHaving(paths)
        from = settings.sender ?? ""
        cpAddress = settings.values["cp-address"].flatMap { $0.isEmpty ? nil : $0 }
        // The interface file has `/v1/oauth/access_token/accesstoken`; MTN's own guide and nyaruka/courier leave the last piece out.
        desk = ClientCredentialsDesk(
            request: OutgoingRequest(
                method: .post,
                address: ClientCredentialsDesk.address("/v1/oauth/access_token?grant_type=client_credentials", besides: settings.url),
                headers: [.contentType: "application/x-www-form-urlencoded", .accept: "application/json"],
                body: Array(
                    String(fields: ["client_id": settings["client-id"], "client_secret": settings["client-secret"]]).utf8)))
    }

    var tokens: (any TokenDesk)? { desk }

    // The outgoing request.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        let to = String(message.to.e164.dropFirst())
        let common = #""senderAddress":\#(quoted(from)),"receiverAddress":[\#(quoted(to))],"message":\#(quoted(message.text))"#
        let own =
            switch version {
            case .v2: #","clientCorrelator":\#(quoted(message.id))"#
            // `serviceCode` must be there, and repeats the sender where that is in letters.
            case .v3: #","clientCorrelatorId":\#(quoted(message.id)),"serviceCode":\#(quoted(from)),"requestDeliveryReceipt":true"#
            }
        let further = cpAddress.map { #","cpAddress":\#(quoted($0))"# } ?? ""
        return OutgoingRequest(
            method: .post, address: address,
            headers: [.contentType: "application/json", .accept: "application/json", .authorization: "Bearer \(token ?? "")"],
            body: Array("{\(common)\(own)\(further)}".utf8))
    }

    // The answer to it.

    /// An answer of 200 may still be a refusal: `statusCode` is 0000 where MTN took the message. What its other codes mean is on no public
    /// page, so none of them is tried again.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let code = answer.tree?.filled("statusCode")
        guard (200..<300).contains(answer.status.code) else {
            return SendOutcome(statusOf: answer).saying(code.map { "\(answer.status.code)-\($0)" })
        }
        let transaction = answer.tree?.filled("transactionId")
        switch code {
        case "0000": return .accepted(Receipt(id: transaction))
        case let code?: return .refused(.refused, word: code.asWord)
        case nil: return transaction.map { .accepted(Receipt(id: $0)) } ?? SendOutcome(statusOf: answer)
        }
    }
}

extension String {
    /// The address with all of the paths behind it, of which it may have the first ones already.
    fileprivate func addressHaving(_ paths: [String]) -> String {
        var url = self
        while url.hasSuffix("/") { url.removeLast() }
        return url.hasSuffix(paths.joined()) ? url : paths.reduce(url) { $0.address(of: $1) }
    }
}
