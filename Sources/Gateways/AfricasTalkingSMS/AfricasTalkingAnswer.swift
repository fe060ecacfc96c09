import HTTPTypes
import Texting

/// What Africa's Talking says to a message (developers.africastalking.com, SMS sending).
enum AfricasTalkingAnswer {
    /// Of a recipient's `statusCode`, with its name there.
    private static let refusals: KeyValuePairs<String, SendOutcome> = [
        "401": .refused(.refused, word: "RiskHold"),
        "402": .refused(.refused, word: "InvalidSenderId"),
        "403": .refused(.refused, word: "InvalidPhoneNumber"),
        "404": .refused(.refused, word: "UnsupportedNumberType"),
        "405": .notTaken(.noMoney, word: "InsufficientBalance"),
        // Of this sender, at the gateway.
        "406": .refused(.blocked, word: "UserInBlacklist"),
        "407": .refused(.refused, word: "CouldNotRoute"),
        "409": .refused(.blocked, word: "DoNotDisturbRejection"),
        // It may have gone on before it failed.
        "500": .unknown(word: "InternalServerError"),
        "501": .unknown(word: "GatewayError"),
        "502": .refused(.refused, word: "RejectedByGateway"),
    ]

    /// Of `Message` where there is no recipient in the answer; the first two are what every message of ours would be told.
    private static let complaints: KeyValuePairs<String, SendOutcome> = [
        "InvalidSenderId": .notTaken(.refusesUs, word: "InvalidSenderId"),
        "InsufficientBalance": .notTaken(.noMoney, word: "InsufficientBalance"),
        "InvalidPhoneNumber": .refused(.refused, word: "InvalidPhoneNumber"),
    ]

    /// Processed, sent, queued.
    private static let taken = ["100", "101", "102"]

    static func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        guard let data = answer.tree?.value(at: "SMSMessageData") else { return SendOutcome(statusOf: answer) }
        guard let recipient = data.value(at: "Recipients.0") else {
            let complaint = data.filled("Message").flatMap { message in complaints.first { $0.key == message } }
            return complaint?.value ?? SendOutcome(statusOf: answer)
        }
        guard let code = recipient.filled("statusCode") else { return SendOutcome(statusOf: answer) }
        if let refusal = refusals.first(where: { $0.key == code }) { return refusal.value }
        guard (200..<300).contains(answer.status.code) else { return SendOutcome(statusOf: answer) }
        guard taken.contains(code) else { return .unknown(word: code.asWord) }
        return .accepted(
            Receipt(
                id: recipient.filled("messageId").flatMap { $0 == "None" ? nil : $0 },
                price: recipient.filled("cost").flatMap { Money(parsing: $0) },
                parts: recipient.filled("messageParts").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }))
    }
}
