import Foundation
import HTTPTypes
import Texting

/// Sends SMS through Orange's interface for Africa and the Middle East.
struct OrangeSender: Sender {
    private let url: String
    /// `tel:+2370000`.
    private let senderAddress: String
    /// What phones show instead of it, once Orange has registered it.
    private let senderName: String?
    private let desk: ClientCredentialsDesk

    init(_ settings: SenderSettings) {
        url = settings.url
        let sender = settings.sender ?? ""
        let isNumber = !sender.trimmingPrefix("tel:").contains(where: \.isLetter)
        let digits = isNumber ? sender.filter { $0.isASCII && $0.isNumber } : ""
        // Who has no number of their own at Orange sends from the country's: its calling code and four noughts (its guide, «Envoi de SMS»).
        senderAddress = "tel:+" + (digits.isEmpty ? settings.country.callingCode + "0000" : digits)
        senderName = settings.values["sender-name"].flatMap { $0.isEmpty ? nil : $0 } ?? (isNumber ? nil : sender)
        let client = Data("\(settings["client-id"]):\(settings["client-secret"])".utf8).base64EncodedString()
        desk = ClientCredentialsDesk(
            request: OutgoingRequest(
                method: .post, address: ClientCredentialsDesk.address("/oauth/v3/token", besides: settings.url),
                headers: [
                    .contentType: "application/x-www-form-urlencoded", .accept: "application/json", .authorization: "Basic \(client)",
                ],
                body: Array("grant_type=client_credentials".utf8)))
    }

    var tokens: (any TokenDesk)? { desk }

    // The outgoing request.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        let from = #""senderAddress":\#(quoted(senderAddress))"# + (senderName.map { #","senderName":\#(quoted($0))"# } ?? "")
        let words = #""outboundSMSTextMessage":{"message":\#(quoted(message.text))}"#
        let members = #""address":\#(quoted("tel:" + message.to.e164)),\#(from),\#(words)"#
        return OutgoingRequest(
            method: .post, address: url.address(of: "/smsmessaging/v1/outbound/\(senderAddress.percentEncoded)/requests"),
            headers: [.contentType: "application/json", .accept: "application/json", .authorization: "Bearer \(token ?? "")"],
            body: Array(#"{"outboundSMSMessageRequest":{\#(members)}}"#.utf8))
    }

    // The answer to it.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let tree = answer.tree
        guard (200..<300).contains(answer.status.code) else { return refusal(answer, tree) }
        let resource = tree?.filled("outboundSMSMessageRequest.resourceURL") ?? tree?.filled("resourceReference.resourceURL")
        guard let id = resource?.split(separator: "/").last else { return SendOutcome(statusOf: answer) }
        return .accepted(Receipt(id: String(id)))
    }

    /// An error is GSMA OneAPI's, `{"requestError":{"policyException":{"messageId":…,"variables":[…]}}}`, or that of Orange's door,
    /// `{"code":42,"message":…}`.
    private func refusal(_ answer: OutgoingAnswer, _ tree: JSONTree?) -> SendOutcome {
        let policy = tree?.filled("requestError.policyException.messageId")
        let service = tree?.filled("requestError.serviceException.messageId")
        let code = policy ?? service ?? tree?.filled("code").map { "\(answer.status.code)-\($0)" }
        // Messages are paid ahead in bundles: "Expired contract. You can buy a new bundle on …" stands under the number of any policy.
        if let policy, tree?.filled("requestError.policyException.variables.0").map(Self.isOfMoney) == true {
            return .notTaken(.noMoney, word: policy.asWord)
        }
        return SendOutcome(statusOf: answer).saying(code)
    }

    private static func isOfMoney(_ text: String) -> Bool {
        ["bundle", "contract", "balance", "credit"].contains { text.lowercased().contains($0) }
    }
}
